using Ecommerce.Contracts.Cart.Internal;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.OrderService.Application.Ports;

/// <summary>The carts of cart-service. Failures of it are thrown.</summary>
internal interface ICarts
{
    /// <summary>The cart, if the caller holds it.</summary>
    Task<Result<CartSnapshotDto>> GetAsync(Guid cartId, Guid? customerId, string? cartToken, CancellationToken cancellationToken);

    /// <summary>Keeps the cart as it is while the order is made; once per order.</summary>
    Task<Result> FreezeAsync(Guid cartId, int version, Guid orderId, CancellationToken cancellationToken);

    /// <summary>Gives the cart back; harmless when repeated.</summary>
    Task<Result> UnfreezeAsync(Guid cartId, Guid orderId, CancellationToken cancellationToken);
}
