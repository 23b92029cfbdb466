using Ecommerce.ReturnService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ReturnService.Application.DecideReturn;

/// <summary>Ends a return before the goods are here, and gives the units free for another.</summary>
internal sealed class CloseReturnHandler(IReturnStore returns, TimeProvider clock)
{
    public Task<Result<Return>> RejectAsync(ReturnId id, string reason, CancellationToken cancellationToken) =>
        CloseAsync(id, _ => true, request => request.Reject(reason, clock.GetUtcNow()), cancellationToken);

    public Task<Result<Return>> CancelAsync(ReturnId id, Guid customerId, CancellationToken cancellationToken) =>
        CloseAsync(id, request => request.CustomerId == customerId, request => request.Cancel(clock.GetUtcNow()), cancellationToken);

    private async Task<Result<Return>> CloseAsync(
        ReturnId id, Func<Return, bool> mayClose, Func<Return, Result> close, CancellationToken cancellationToken)
    {
        if (await returns.FindAndLockAsync(id, cancellationToken) is not var (request, held) || !mayClose(request))
        {
            return ReturnErrors.NotFound;
        }

        var closed = close(request);
        if (!closed.IsSuccess)
        {
            return closed.Error;
        }

        held.Release(request.Lines);
        await returns.SaveAsync(cancellationToken);
        return request;
    }
}
