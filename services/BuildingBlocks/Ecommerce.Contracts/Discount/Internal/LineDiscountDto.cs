namespace Ecommerce.Contracts.Discount.Internal;

/// <summary>What is taken off a line.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Amount">Minor units off the whole line.</param>
/// <param name="Parts">Which promotions take how much; null where it was not asked for.</param>
public sealed record LineDiscountDto(
    Guid LineId,
    long Amount,
    IReadOnlyList<DiscountPartDto>? Parts = null);
