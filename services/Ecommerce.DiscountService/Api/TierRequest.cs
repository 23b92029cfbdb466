namespace Ecommerce.DiscountService.Api;

/// <summary>A tier.</summary>
/// <param name="From">Minor units, or units.</param>
/// <param name="BasisPoints">A share; or</param>
/// <param name="Amount">an amount.</param>
internal sealed record TierRequest(long From, int BasisPoints = 0, long Amount = 0);
