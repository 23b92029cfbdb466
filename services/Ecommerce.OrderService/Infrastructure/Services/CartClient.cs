using Ecommerce.Contracts.Cart.Internal;
using Ecommerce.OrderService.Application.Ports;
using Ecommerce.ServiceDefaults.ServiceClients;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.OrderService.Infrastructure.Services;

internal sealed class CartClient(HttpClient http) : ICarts
{
    public Task<Result<CartSnapshotDto>> GetAsync(Guid cartId, Guid? customerId, string? cartToken, CancellationToken cancellationToken) =>
        http.GetValueAsync<CartSnapshotDto>(
            $"/internal/v1/carts/{cartId}?customerId={customerId}&cartToken={Uri.EscapeDataString(cartToken ?? "")}", cancellationToken);

    public Task<Result> FreezeAsync(Guid cartId, int version, Guid orderId, CancellationToken cancellationToken) =>
        http.PostForResultAsync($"/internal/v1/carts/{cartId}/freeze", new FreezeCartRequest(orderId, version), cancellationToken);

    public Task<Result> UnfreezeAsync(Guid cartId, Guid orderId, CancellationToken cancellationToken) =>
        http.PostForResultAsync($"/internal/v1/carts/{cartId}/unfreeze", new UnfreezeCartRequest(orderId), cancellationToken);
}
