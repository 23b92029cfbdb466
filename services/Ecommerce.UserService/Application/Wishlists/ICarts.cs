using Ecommerce.Contracts.Cart.Internal;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.UserService.Application.Wishlists;

/// <summary>Customers' carts, at cart-service.</summary>
internal interface ICarts
{
    Task<Result<CustomerCartDto>> AddAsync(AddCustomerLineRequest request, CancellationToken cancellationToken);
}
