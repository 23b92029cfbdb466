using Ecommerce.Contracts;
using Ecommerce.Messaging.Outbox;
using Ecommerce.ProductService.Domain;
using Ecommerce.SharedKernel.Domain;
using Contract = Ecommerce.Contracts.Product;

namespace Ecommerce.ProductService.Application;

/// <summary>What other services hear of products.</summary>
internal sealed class ProductEventMapper : IDomainEventMapper
{
    public IEnumerable<IIntegrationEvent> Map(IAggregateRoot aggregate, IDomainEvent domainEvent) => (aggregate, domainEvent) switch
    {
        (Product product, ProductChanged changed) =>
            [new Contract.ProductChanged(product.Id, product.Slug, product.Status.ToString().ToLowerInvariant(), changed.At)],
        (Product product, PriceDropped dropped) =>
            [new Contract.PriceDropped(dropped.Sku, product.Id, dropped.Old, dropped.New, dropped.Currency, dropped.At)],
        _ => [],
    };
}
