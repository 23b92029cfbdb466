namespace Ecommerce.Contracts.Cart.Internal;

/// <summary>POST /internal/v1/carts/lines → CustomerCartDto: adds units to the customer's cart, which is made where there is none; once per RequestId; 409 and 422 as when the customer adds.</summary>
/// <param name="CustomerId">Whose cart.</param>
/// <param name="Currency">ISO 4217, of a cart that has to be made.</param>
/// <param name="Sku">Article.</param>
/// <param name="Quantity">Units.</param>
/// <param name="RequestId">The same for each repetition.</param>
public sealed record AddCustomerLineRequest(
    Guid CustomerId,
    string Currency,
    string Sku,
    int Quantity,
    Guid RequestId);
