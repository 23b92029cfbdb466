using Ecommerce.DiscountService.Application;
using Ecommerce.DiscountService.Application.FollowOrders;
using Ecommerce.ServiceDefaults.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.DiscountService.Infrastructure.Persistence;

internal sealed class CustomerOrders(DiscountDbContext context) : ICustomerOrders
{
    public async Task NoteAsync(Guid orderId, Guid? customerId, string email, CancellationToken cancellationToken)
    {
        if (customerId is { } id && await context.IsErasedAsync(id, cancellationToken))
        {
            return;
        }

        var keys = CustomerKeys.Of(customerId, email);
        await context.Database.ExecuteSqlAsync(
            $"INSERT INTO customer_orders (customer_key, order_id) SELECT k, {orderId} FROM unnest({keys}) AS k ON CONFLICT DO NOTHING", cancellationToken);
    }

    public Task ForgetAsync(Guid orderId, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync($"DELETE FROM customer_orders WHERE order_id = {orderId}", cancellationToken);
}
