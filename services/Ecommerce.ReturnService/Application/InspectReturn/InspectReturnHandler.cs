using Ecommerce.ReturnService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ReturnService.Application.InspectReturn;

/// <summary>Takes over an inspection. The money is reckoned while the order's row is held, so that returns never exceed what was paid.</summary>
internal sealed class InspectReturnHandler(IReturnStore returns, TimeProvider clock)
{
    public async Task<Result<Return>> HandleAsync(ReturnId id, IReadOnlyList<InspectedLine> lines, CancellationToken cancellationToken)
    {
        if (await returns.FindAndLockAsync(id, cancellationToken) is not var (request, held))
        {
            return ReturnErrors.NotFound;
        }

        var inspected = request.Inspect(lines, held, clock.GetUtcNow());
        if (!inspected.IsSuccess)
        {
            return inspected.Error;
        }

        await returns.SaveAsync(cancellationToken);
        return request;
    }
}
