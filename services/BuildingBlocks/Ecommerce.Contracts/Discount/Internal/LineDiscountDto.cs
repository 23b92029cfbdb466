namespace Ecommerce.Contracts.Discount.Internal;

/// <summary>What is taken off a line.</summary>
/// <param name="LineId">The line.</param>
/// <param name="Amount">Minor units off the whole line.</param>
public sealed record LineDiscountDto(
    Guid LineId,
    long Amount);
