namespace Ecommerce.CartService.Domain;

/// <summary>Who asks: a customer, or whoever has a guest cart's secret, or both.</summary>
internal sealed record CartHolder(Guid? CustomerId, byte[]? TokenHash);
