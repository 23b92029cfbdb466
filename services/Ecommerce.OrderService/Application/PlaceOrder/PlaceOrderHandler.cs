using Ecommerce.Contracts.Cart.Internal;
using Ecommerce.OrderService.Application.Checkout;
using Ecommerce.OrderService.Application.Ports;
using Ecommerce.OrderService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.OrderService.Application.PlaceOrder;

/// <summary>Step one of checkout (prepare), then the rest as far as it goes while the buyer waits.</summary>
internal sealed partial class PlaceOrderHandler(
    ICarts carts, OrderPricing pricing, IOrderStore orders, CheckoutProcess checkout, TimeProvider clock, ILogger<PlaceOrderHandler> logger)
{
    // Shorter than the time-outs of the gateway and of proxies in front of it.
    private static readonly TimeSpan CheckoutTimeout = TimeSpan.FromSeconds(8);

    public async Task<Result<Order>> HandleAsync(PlaceOrderCommand command, CancellationToken cancellationToken)
    {
        // A repetition after a crash in the middle: the order is there, the worker or this call brings it on.
        if (command.MayHaveBegun && await orders.FindAsync(command.OrderId, cancellationToken) is { } begun)
        {
            return await ContinueAsync(begun, cancellationToken);
        }

        var cart = await carts.GetAsync(command.CartId, command.CustomerId, command.CartToken, cancellationToken);
        if (!cart.IsSuccess)
        {
            return cart.Error;
        }

        // A double click: the cart has its order already, and the buyer holds the cart.
        if (cart.Value.Status is not "active")
        {
            return await LiveOrderAsync(command.CartId, cancellationToken);
        }

        var draft = await PrepareAsync(command, cart.Value, cancellationToken);
        if (!draft.IsSuccess)
        {
            return draft.Error;
        }

        var order = Order.Place(draft.Value, command.Actor, clock.GetUtcNow());
        if (await orders.TryAddAsync(order, cancellationToken))
        {
            return await ContinueAsync(order, cancellationToken);
        }

        // Another request was faster.
        return await LiveOrderAsync(command.CartId, cancellationToken);
    }

    // The order is stored. If a later step fails or takes too long, the worker continues the checkout, and the buyer gets the order as it is now.
    private async Task<Result<Order>> ContinueAsync(Order order, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(CheckoutTimeout, clock);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return Answer(await checkout.RunAsync(order, linked.Token));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogLeftToWorker(exception, order.Number, order.Step);
            return Answer(await orders.ReloadAsync(order.Id, cancellationToken));
        }
    }

    // Whoever brought the checkout to its end, this request or the worker: a dead order is a refusal and never a success.
    private static Result<Order> Answer(Result<Order> placed) => placed is { IsSuccess: true, Value: { IsDead: true, ConfirmedAt: null } dead }
        ? OrderErrors.Died(dead.FailureCode!)
        : placed;

    private async Task<Result<Order>> LiveOrderAsync(Guid cartId, CancellationToken cancellationToken)
    {
        var live = await orders.FindLiveByCartAsync(cartId, cancellationToken);
        return live is null ? OrderErrors.CartNotActive : live;
    }

    private async Task<Result<OrderDraft>> PrepareAsync(PlaceOrderCommand command, CartSnapshotDto cart, CancellationToken cancellationToken)
    {
        if (cart.Lines.Count == 0)
        {
            return OrderErrors.CartEmpty;
        }

        if (cart.Version != command.CartVersion)
        {
            return OrderErrors.CartChanged;
        }

        var draft = await pricing.PriceAsync(command, cart, clock.GetUtcNow(), cancellationToken);
        if (!draft.IsSuccess)
        {
            return draft.Error;
        }

        return draft.Value.Currency != command.ExpectedTotal.Currency || draft.Value.Totals.Total != command.ExpectedTotal.Amount
            ? OrderErrors.TotalChanged(draft.Value.Totals.Total, draft.Value.Currency.Code)
            : draft;
    }

    [LoggerMessage(LogLevel.Warning, "The request of order {Number} ended at step {Step} of its checkout; the worker continues it.")]
    private partial void LogLeftToWorker(Exception exception, string number, CheckoutStep step);
}
