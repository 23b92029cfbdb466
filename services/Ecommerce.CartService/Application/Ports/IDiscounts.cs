using Ecommerce.Contracts.Discount.Internal;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.CartService.Application.Ports;

/// <summary>Promotions of discount-service. Failures of it are thrown.</summary>
internal interface IDiscounts
{
    /// <summary>What applies to some lines now.</summary>
    Task<Result<CalculateDiscountsResponse>> CalculateAsync(CalculateDiscountsRequest request, CancellationToken cancellationToken);
}
