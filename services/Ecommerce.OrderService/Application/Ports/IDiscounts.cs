using Ecommerce.Contracts.Discount.Internal;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.OrderService.Application.Ports;

/// <summary>Promotions of discount-service. Failures of it are thrown.</summary>
internal interface IDiscounts
{
    /// <summary>What applies to some lines now.</summary>
    Task<Result<CalculateDiscountsResponse>> CalculateAsync(CalculateDiscountsRequest request, CancellationToken cancellationToken);

    /// <summary>Holds the redemptions for an order; once per order.</summary>
    Task<Result> ReserveAsync(ReserveRedemptionsRequest request, CancellationToken cancellationToken);

    /// <summary>Gives the redemptions back; harmless when repeated, and where nothing was held.</summary>
    Task<Result> ReleaseAsync(Guid orderId, CancellationToken cancellationToken);
}
