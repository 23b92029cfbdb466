using Ecommerce.Contracts.Product;
using Ecommerce.Messaging.Consuming;
using Ecommerce.SharedKernel.Monetary;
using Ecommerce.UserService.Domain.Wishlists;

namespace Ecommerce.UserService.Application.Wishlists;

/// <summary>Notes the occasion; many people may wish for an article, so they are told in batches by a worker.</summary>
internal sealed class WishedArticleHandler(INoticeRuns runs) : IEventHandler<PriceDropped>, IEventHandler<StockReplenished>
{
    public Task HandleAsync(PriceDropped integrationEvent, EventContext context, CancellationToken cancellationToken) => runs.AddAsync(
        NoticeRun.PriceDrop(
            context.MessageId, integrationEvent.Sku, integrationEvent.ProductId, Currency.From(integrationEvent.Currency), integrationEvent.OldPrice,
            integrationEvent.NewPrice, integrationEvent.DroppedAt),
        cancellationToken);

    public Task HandleAsync(StockReplenished integrationEvent, EventContext context, CancellationToken cancellationToken) => runs.AddAsync(
        NoticeRun.BackInStock(context.MessageId, integrationEvent.Sku, integrationEvent.ProductId, integrationEvent.At), cancellationToken);
}
