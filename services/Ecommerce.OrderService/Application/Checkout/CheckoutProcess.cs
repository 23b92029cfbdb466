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
internal sealed partial class CheckoutProcess(
    ICarts carts, ICatalogue catalogue, IDiscounts discounts, IPayments payments, IOrderStore orders, TimeProvider clock, ILogger<CheckoutProcess> logger)
{
    private const int MostAttempts = 5;

    // Held a little longer than the buyer may take to pay.
    private static readonly TimeSpan HoldTime = Order.PaymentWindow + TimeSpan.FromMinutes(15);

    /// <summary>Goes on until the order is confirmed, dead, or waits for somebody.</summary>
    /// <returns>The order as it then is; its refusal where it died of one just now.</returns>
    public async Task<Result<Order>> RunAsync(Order order, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            try
            {
                return await RunStepsAsync(order, cancellationToken);
            }
            catch (OrderChangedException)
            {
                // The worker, a payment's outcome or the buyer changed it meanwhile: go on from what they made of it.
                order = await orders.ReloadAsync(order.Id, cancellationToken);
            }
        }

        // Others are at it all the time: the order is as they left it, and the worker brings it to its end.
        return order;
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

                    if (order.Step == CheckoutStep.Authorized)
                    {
                        // Confirming asks nobody, so it shares the commit of the authorization.
                        continue;
                    }

                    break;
                case CheckoutStep.Authorized:
                    Must(order.Confirm(clock.GetUtcNow()));
                    break;
                case CheckoutStep.Releasing:
                    if (!await TryReleaseAsync(order, cancellationToken))
                    {
                        order.Postpone(clock.GetUtcNow());
                        await orders.SaveAsync(cancellationToken);
                        return refusal is null ? order : refusal;
                    }

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
            Must(order.Fail(refusal.Code, expired: false, clock.GetUtcNow()));
            return refusal;
        }

        Must(order.MarkReserved(clock.GetUtcNow()));
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
            Must(order.Fail(payment.Error.Code, expired: false, now));
            return payment.Error;
        }

        switch (payment.Value.Status)
        {
            case "authorized" or "captured":
                Must(order.MarkAuthorized(now));
                return null;
            case "requiresAction" when order.Status == OrderStatus.Pending:
                Must(order.AwaitPayment(payment.Value.NextActionUrl ?? "", now));
                return null;
            case "requiresAction" when order.PlacedAt + Order.PaymentWindow <= now:
                Must(order.Fail("payment.expired", expired: true, now));
                return null;
            case "requiresAction":
                return null;
            case "pending":
                // The outcome is not known yet. It is asked for again; nothing is repeated blindly.
                order.Postpone(now);
                return null;
            default:
                var refusal = Error.Refused(payment.Value.FailureCode ?? "payment.declined", "The payment was declined.");
                Must(order.Fail(refusal.Code, expired: false, now));
                return refusal;
        }
    }

    // Money first; the cart last, so that it is usable again only when nothing is held for it any more. Giving back is never
    // refused for good: whatever the answer, it is tried until it is done.
    private async Task<bool> TryReleaseAsync(Order order, CancellationToken cancellationToken)
    {
        var payment = await payments.VoidAsync(order.Payment.PaymentId, new VoidPaymentRequest(order.Id.Value, order.Currency.Code), cancellationToken);
        if (!payment.IsSuccess)
        {
            return StillHeld(order, payment.Error);
        }

        var stock = await catalogue.ReleaseAsync(order.Id.Value, cancellationToken);
        if (!stock.IsSuccess)
        {
            return StillHeld(order, stock.Error);
        }

        var redemptions = order.Discounts.Count == 0 ? Result.Success : await discounts.ReleaseAsync(order.Id.Value, cancellationToken);
        if (!redemptions.IsSuccess)
        {
            return StillHeld(order, redemptions.Error);
        }

        // The cart of an order that was confirmed is done.
        var cart = order.ConfirmedAt is not null ? Result.Success : await carts.UnfreezeAsync(order.CartId, order.Id.Value, cancellationToken);
        if (!cart.IsSuccess)
        {
            return StillHeld(order, cart.Error);
        }

        var moneyWasHeld = payment.Value.Status is "voided" or "refunded" && order.PaymentStatus == OrderPaymentStatus.Authorized;
        Must(order.MarkReleased(moneyWasHeld, clock.GetUtcNow()));
        return true;
    }

    private bool StillHeld(Order order, Error error)
    {
        LogStillHeld(order.Number, error.Code);
        return false;
    }

    // The step that was just read allows it; a refusal would be a mistake in here, and must not pass in silence.
    private static void Must(Result transition)
    {
        if (!transition.IsSuccess)
        {
            throw new InvalidOperationException(transition.Error.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Giving back what order {Number} held was refused ({Code}) and is tried again later.")]
    private partial void LogStillHeld(string number, string code);
}
