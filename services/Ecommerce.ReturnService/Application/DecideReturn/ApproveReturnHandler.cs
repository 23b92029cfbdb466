using Ecommerce.Contracts.Shipping.Internal;
using Ecommerce.ReturnService.Application.Ports;
using Ecommerce.ReturnService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ReturnService.Application.DecideReturn;

/// <summary>Approves a return and gets its label. Asked again after an outage it goes on where it stopped.</summary>
internal sealed class ApproveReturnHandler(IReturnStore returns, IReturnLabels labels, TimeProvider clock)
{
    public async Task<Result<Return>> HandleAsync(ReturnId id, CancellationToken cancellationToken)
    {
        if (await returns.FindAsync(id, cancellationToken) is not { } request)
        {
            return ReturnErrors.NotFound;
        }

        var approved = request.Approve();
        if (!approved.IsSuccess)
        {
            return approved.Error;
        }

        await returns.SaveAsync(cancellationToken);
        var label = await labels.BuyAsync(
            new ReturnLabelRequest(id.Value, request.OrderId.Value, request.Address.ToDto(), request.WeightGrams), cancellationToken);
        if (label.Error is { Kind: ErrorKind.Conflict or ErrorKind.Unavailable } busy)
        {
            return busy;
        }

        // Where no carrier makes a label, the customer sends the goods without ours.
        request.SendLabel(label.Value?.LabelUrl, label.Value?.TrackingNumber, clock.GetUtcNow());
        await returns.SaveAsync(cancellationToken);
        return request;
    }
}
