using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.ProductService.Domain;

internal sealed record ProductChanged(DateTimeOffset At) : IDomainEvent;
