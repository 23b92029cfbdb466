using Ecommerce.ReturnService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ReturnService.Application.ReceiveReturn;

/// <summary>The goods are back.</summary>
internal sealed class ReceiveReturnHandler(IReturnStore returns, TimeProvider clock)
{
    public async Task<Result<Return>> HandleAsync(ReturnId id, CancellationToken cancellationToken)
    {
        if (await returns.FindAsync(id, cancellationToken) is not { } request)
        {
            return ReturnErrors.NotFound;
        }

        var received = request.Receive(clock.GetUtcNow());
        if (!received.IsSuccess)
        {
            return received.Error;
        }

        await returns.SaveAsync(cancellationToken);
        return request;
    }
}
