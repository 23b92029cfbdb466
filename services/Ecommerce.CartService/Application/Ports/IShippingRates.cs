using Ecommerce.Contracts.Shipping.Internal;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.CartService.Application.Ports;

/// <summary>Shipping options of shipping-service. Failures of it are thrown.</summary>
internal interface IShippingRates
{
    /// <summary>What is offered for some goods and a destination.</summary>
    Task<Result<RateResponse>> RateAsync(RateRequest request, CancellationToken cancellationToken);
}
