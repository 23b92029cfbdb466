using Ecommerce.Contracts.Cart.Internal;
using Ecommerce.ServiceDefaults.ServiceClients;
using Ecommerce.SharedKernel.Results;
using Ecommerce.UserService.Application.Wishlists;

namespace Ecommerce.UserService.Infrastructure.Services;

internal sealed class CartClient(HttpClient http) : ICarts
{
    public Task<Result<CustomerCartDto>> AddAsync(AddCustomerLineRequest request, CancellationToken cancellationToken) =>
        http.PostForValueAsync<AddCustomerLineRequest, CustomerCartDto>("/internal/v1/carts/lines", request, cancellationToken);
}
