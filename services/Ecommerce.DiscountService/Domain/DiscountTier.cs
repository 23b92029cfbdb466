namespace Ecommerce.DiscountService.Domain;

/// <summary>A step of a tiered promotion; the highest that is reached counts.</summary>
/// <param name="From">Minor units or units, by the <see cref="TierBasis"/>.</param>
/// <param name="BasisPoints">A share; zero where it is an amount.</param>
/// <param name="Amount">An amount; zero where it is a share.</param>
internal sealed record DiscountTier(long From, int BasisPoints, long Amount);
