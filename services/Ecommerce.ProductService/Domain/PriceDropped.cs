using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.ProductService.Domain;

/// <summary>A variant costs less than before in one currency.</summary>
internal sealed record PriceDropped(string Sku, string Currency, long Old, long New, DateTimeOffset At) : IDomainEvent;
