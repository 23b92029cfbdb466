using Ecommerce.OrderService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.OrderService.Application;

/// <summary>Changes of an order that others may change at the same time.</summary>
internal static class OrderChanges
{
    private const int MaximumAttempts = 5;

    /// <summary>
    /// Applies a change and commits it. If somebody else has changed the order since it was loaded, it is loaded again, and the change decides anew.
    /// </summary>
    /// <param name="orders">Where the order is stored.</param>
    /// <param name="order">The order as it was loaded.</param>
    /// <param name="change">Changes the order, or refuses to.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The changed order, or the refusal.</returns>
    public static async Task<Result<Order>> ChangeAsync(
        this IOrderStore orders, Order order, Func<Order, Result> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MaximumAttempts; attempt++)
        {
            var changed = change(order);
            if (!changed.IsSuccess)
            {
                return changed.Error;
            }

            try
            {
                await orders.SaveAsync(cancellationToken);
                return order;
            }
            catch (OrderChangedException)
            {
                order = await orders.ReloadAsync(order.Id, cancellationToken);
            }
        }

        return OrderErrors.ChangedMeanwhile;
    }
}
