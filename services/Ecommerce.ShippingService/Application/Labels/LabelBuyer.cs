using Ecommerce.SharedKernel.Results;
using Ecommerce.ShippingService.Application.Ports;
using Ecommerce.ShippingService.Domain;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.ShippingService.Application.Labels;

/// <summary>Buys a label once: looks what is committed, then what the carrier has, and only then pays.</summary>
internal sealed class LabelBuyer(IShipmentStore shipments, ICarrier carrier, TimeProvider clock)
{
    public async Task<Result<BoughtLabel>> BuyAsync(Label wanted, CancellationToken cancellationToken)
    {
        var label = await shipments.GetOrAddAsync(wanted, cancellationToken);
        try
        {
            return await RunAsync(label, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return ShippingErrors.LabelBeingBought;
        }
    }

    private async Task<Result<BoughtLabel>> RunAsync(Label label, CancellationToken cancellationToken)
    {
        if (label.Step == LabelStep.Bought)
        {
            return label.Bought!;
        }

        if (label.IsBeingBought(clock.GetUtcNow()))
        {
            return ShippingErrors.LabelBeingBought;
        }

        if (label.Step == LabelStep.Buying)
        {
            // An earlier purchase ended without an answer.
            var found = await carrier.FindAsync(label, cancellationToken);
            if (found is not { IsSuccess: false })
            {
                return await TakeAsync(label, found, cancellationToken);
            }

            label.StartOver();
        }

        if (label.Step == LabelStep.Wanted)
        {
            var rate = await carrier.ChooseRateAsync(label, cancellationToken);
            if (!rate.IsSuccess)
            {
                return rate.Error;
            }

            label.Choose(rate.Value);
        }

        label.BeginBuying(clock.GetUtcNow());
        await shipments.SaveAsync(cancellationToken);

        // From here on money may move: a caller that hangs up does not stop it.
        return await TakeAsync(label, await carrier.BuyAsync(label, CancellationToken.None), CancellationToken.None);
    }

    private async Task<Result<BoughtLabel>> TakeAsync(Label label, Result<BoughtLabel>? answer, CancellationToken cancellationToken)
    {
        if (answer is not { } known)
        {
            return ShippingErrors.LabelOutcomeUnknown;
        }

        if (known.IsSuccess)
        {
            label.Complete(known.Value);
        }
        else
        {
            label.StartOver();
        }

        await shipments.SaveAsync(cancellationToken);
        return known;
    }
}
