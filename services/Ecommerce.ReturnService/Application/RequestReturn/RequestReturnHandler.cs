using Ecommerce.ReturnService.Application.Ports;
using Ecommerce.ReturnService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ReturnService.Application.RequestReturn;

/// <summary>Takes a customer's wish to send goods back. Two wishes at once never claim a unit twice: each holds the order's row.</summary>
internal sealed class RequestReturnHandler(IReturnStore returns, IOrders orders, TimeProvider clock)
{
    public async Task<Result<Return>> HandleAsync(
        ReturnId id, Guid orderId, Guid customerId, IReadOnlyList<WantedLine> lines, string? comment, CancellationToken cancellationToken)
    {
        if (await returns.FindAsync(id, cancellationToken) is { } known)
        {
            // The first try was cut off after its commit.
            return known;
        }

        var found = await orders.GetAsync(orderId, cancellationToken);
        if (!found.IsSuccess || found.Value.CustomerId != customerId)
        {
            return ReturnErrors.OrderNotFound;
        }

        var order = found.Value.ToDomain();
        var missing = lines.FirstOrDefault(line => !order.Lines.Any(sold => sold.LineId == line.LineId));
        if (missing is not null)
        {
            return ReturnErrors.NoSuchLine(missing.LineId);
        }

        var request = Return.Request(id, ReturnNumber.Create(), order, customerId, lines, comment, clock.GetUtcNow());
        if (!request.IsSuccess)
        {
            return request.Error;
        }

        var held = await returns.LockAsync(order, cancellationToken);
        var claimed = held.Claim(lines);
        if (!claimed.IsSuccess)
        {
            return claimed.Error;
        }

        returns.Add(request.Value);
        await returns.SaveAsync(cancellationToken);
        return request.Value;
    }
}
