using Ecommerce.Contracts;
using Ecommerce.Contracts.Discount.Internal;
using Ecommerce.Contracts.Payment.Internal;
using Ecommerce.Contracts.Product.Internal;
using Ecommerce.OrderService.Application.Ports;
using Ecommerce.OrderService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.OrderService.Application.Checkout;

/// <summary>
/// The steps of checkout after the order is stored. Each is idempotent by the order's id and ends with a commit, so that a
/// crash anywhere leaves a checkout that goes on from its last commit, and two runners of one checkout do no harm: the
/// order's version lets one of them win.
/// </summary>
internal sealed class CheckoutProcess(ICarts carts, ICatalogue catalogue, IDiscounts discounts, IPayments payments, IOrderStore orders, TimeProvider clock)
{
    // Held a little longer than the buyer may take to pay.
    private static readonly TimeSpan HoldTime = Order.PaymentWindow + TimeSpan.FromMinutes(15);

    /// <summary>Goes on until the order is confirmed, dead, or waits for somebody.</summary>
    /// <returns>The order as it then is; its refusal where it died of one.</returns>
    public async Task<Result<Order>> RunAsync(Order order, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await RunStepsAsync(order, cancellationToken);
            }
            catch (OrderChangedException) when (attempt < 5)
            {
                // The worker, a payment's outcome or the buyer changed it meanwhile: go on from what they made of it.
                order = await orders.ReloadAsync(order.Id, cancellationToken);
            }
        }
    }

    private async Task<Result<Order>> RunStepsAsync(Order order, CancellationToken cancellationToken)
    {
        Error? refusal = null;
        while (true)
        {
            switch (order.Step)
            {
                case CheckoutStep.Prepared:
                    refusal = await ReserveAsync(order, cancellationToken);
                    break;
                case CheckoutStep.Reserved:
                    var before = order.Version;
                    refusal = await AuthorizeAsync(order, cancellationToken);
                    if (order.Step == CheckoutStep.Reserved)
                    {
                        await SaveIfChangedAsync(order, before, cancellationToken);
                        return order;
                    }

                    // Confirming asks nobody, so it shares the commit of the authorization.
                    order.Confirm(clock.GetUtcNow());
                    break;
                case CheckoutStep.Authorized:
                    order.Confirm(clock.GetUtcNow());
                    break;
                case CheckoutStep.Releasing:
                    await ReleaseAsync(order, cancellationToken);
                    break;
                case CheckoutStep.Confirmed:
                    return order;
                case CheckoutStep.Released:
                    return refusal is null ? order : refusal;
                default:
                    throw new InvalidOperationException($"There is no step {order.Step}.");
            }

            await orders.SaveAsync(cancellationToken);
        }
    }

    private Task SaveIfChangedAsync(Order order, int before, CancellationToken cancellationToken) =>
        order.Version == before ? Task.CompletedTask : orders.SaveAsync(cancellationToken);

    private async Task<Error?> ReserveAsync(Order order, CancellationToken cancellationToken)
    {
        var expiresAt = order.PlacedAt + HoldTime;
        var stock = catalogue.ReserveAsync(
            new ReserveStockRequest(order.Id.Value, [.. order.Lines.Select(line => new StockLineDto(line.Sku, line.Quantity))], expiresAt), cancellationToken);
        var cart = carts.FreezeAsync(order.CartId, order.CartVersion, order.Id.Value, cancellationToken);
        var redemptions = order.Discounts.Count == 0 ? Task.FromResult(Result.Success) : discounts.ReserveAsync(
            new ReserveRedemptionsRequest(
                order.Id.Value, order.CustomerId, order.Email, order.Currency.Code,
                [.. order.Discounts.Select(applied => new AppliedDiscountDto(applied.PromotionId, applied.CouponCode, applied.Name, applied.Amount))], expiresAt),
            cancellationToken);
        var results = await Task.WhenAll(stock, cart, redemptions);
        if (results.FirstOrDefault(result => !result.IsSuccess).Error is { } refusal)
        {
            order.Fail(refusal.Code, expired: false, clock.GetUtcNow());
            return refusal;
        }

        order.MarkReserved(clock.GetUtcNow());
        return null;
    }

    private async Task<Error?> AuthorizeAsync(Order order, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var payment = await payments.AuthorizeAsync(
            new AuthorizePaymentRequest(
                order.Payment.PaymentId, order.Id.Value, order.Number, new MoneyDto(order.Total, order.Currency.Code), order.Payment.Provider,
                order.Payment.Method, order.CustomerId, order.Email, order.Payment.ReturnUrl),
            cancellationToken);
        if (!payment.IsSuccess)
        {
            order.Fail(payment.Error.Code, expired: false, now);
            return payment.Error;
        }

        switch (payment.Value.Status)
        {
            case "authorized" or "captured":
                order.MarkAuthorized(now);
                return null;
            case "requiresAction" when order.Status == OrderStatus.Pending:
                order.AwaitPayment(payment.Value.NextActionUrl ?? "", now);
                return null;
            case "requiresAction" when order.PlacedAt + Order.PaymentWindow <= now:
                order.Fail("payment.expired", expired: true, now);
                return null;
            case "requiresAction":
                return null;
            case "pending":
                // The outcome is not known yet. It is asked for again; nothing is repeated blindly.
                order.Postpone(now);
                return null;
            default:
                var refusal = Error.Refused(payment.Value.FailureCode ?? "payment.declined", "The payment was declined.");
                order.Fail(refusal.Code, expired: false, now);
                return refusal;
        }
    }

    // Money first; the cart last, so that it is usable again only when nothing is held for it any more.
    private async Task ReleaseAsync(Order order, CancellationToken cancellationToken)
    {
        var payment = await payments.VoidAsync(order.Payment.PaymentId, new VoidPaymentRequest(order.Id.Value, order.Currency.Code), cancellationToken);
        Require(payment.Error);
        Require((await catalogue.ReleaseAsync(order.Id.Value, cancellationToken)).Error);
        if (order.Discounts.Count > 0)
        {
            Require((await discounts.ReleaseAsync(order.Id.Value, cancellationToken)).Error);
        }

        if (order.ConfirmedAt is null)
        {
            Require((await carts.UnfreezeAsync(order.CartId, order.Id.Value, cancellationToken)).Error);
        }

        order.MarkReleased(moneyWasHeld: payment.Value?.Status is "voided" or "refunded" && order.PaymentStatus == OrderPaymentStatus.Authorized, clock.GetUtcNow());
    }

    // Giving back is never refused for good; whatever the answer, it is tried until it is done.
    private static void Require(Error? error)
    {
        if (error is not null)
        {
            throw new InvalidOperationException($"Giving back was refused: {error.Code}.");
        }
    }
}
