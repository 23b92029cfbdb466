using Ecommerce.Contracts.Shipping.Internal;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ReturnService.Application.Ports;

/// <summary>Labels of shipping-service; the same return gets one.</summary>
internal interface IReturnLabels
{
    Task<Result<ReturnLabelDto>> BuyAsync(ReturnLabelRequest request, CancellationToken cancellationToken);
}
