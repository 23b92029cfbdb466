using Ecommerce.OrderService.Domain;

namespace Ecommerce.OrderService.Application.ReadOrders;

/// <summary>What staff look for; what is null does not matter.</summary>
internal sealed record OrderSearch(string? Number, string? Email, OrderStatus? Status);
