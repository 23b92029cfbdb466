using Ecommerce.UserService.Domain.DataRequests;

namespace Ecommerce.UserService.Application.DataRequests;

/// <summary>The services that hold personal data. The gateway holds nothing.</summary>
internal static class DataHolders
{
    public const string Own = "user-service";

    public static readonly IReadOnlyList<string> Others =
    [
        DataRequest.AccountService, "product-service", "cart-service", "order-service", "payment-service", "notification-service", "discount-service",
        "shipping-service", "return-service",
    ];

    public static IEnumerable<string> All => Others.Prepend(Own);
}
