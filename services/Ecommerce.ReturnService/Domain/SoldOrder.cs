using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.ReturnService.Domain;

/// <summary>An order as it was sold.</summary>
/// <param name="Id">The order.</param>
/// <param name="Number">For people.</param>
/// <param name="CustomerId">Whose it is, or null for a guest.</param>
/// <param name="Email">Where messages go.</param>
/// <param name="Locale">BCP 47.</param>
/// <param name="Currency">Of all amounts.</param>
/// <param name="Total">What was paid, minor units.</param>
/// <param name="PaymentId">The payment, or null.</param>
/// <param name="Lines">What was sold.</param>
/// <param name="Address">Where it went.</param>
/// <param name="IsReturnable">Whether goods of it are with the customer.</param>
/// <param name="DeliveredAt">When all of it had arrived, or null.</param>
internal sealed record SoldOrder(
    OrderId Id,
    string Number,
    Guid? CustomerId,
    string Email,
    string Locale,
    Currency Currency,
    long Total,
    Guid? PaymentId,
    IReadOnlyList<SoldLine> Lines,
    PostalAddress Address,
    bool IsReturnable,
    DateTimeOffset? DeliveredAt);
