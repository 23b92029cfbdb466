namespace Ecommerce.OrderService.Domain;

/// <summary>How the goods travel.</summary>
internal sealed record ShippingChoice(string Code, string Name);
