using Ecommerce.SharedKernel.Results;
using Ecommerce.ShippingService.Domain;
using Microsoft.Extensions.Options;

namespace Ecommerce.ShippingService.Application.Labels;

/// <summary>Buys the label that goods are sent back with, once a return.</summary>
internal sealed class ReturnLabelHandler(LabelBuyer buyer, IOptions<ShippingOrigin> origin)
{
    public Task<Result<BoughtLabel>> HandleAsync(
        Guid returnId, Guid orderId, PostalAddress from, int weightGrams, CancellationToken cancellationToken) =>
        buyer.BuyAsync(
            Label.Want(new LabelId(returnId), orderId, from, origin.Value.ToAddress(), weightGrams, fastest: false), cancellationToken);
}
