namespace Ecommerce.DiscountService.Api;

/// <summary>Ids of the lines of a sample: its order.</summary>
internal static class TrialLines
{
    public static Guid IdOf(int index) => new(index, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
