namespace Ecommerce.DiscountService.Domain;

/// <summary>What is known of the customer.</summary>
/// <param name="Groups">Their groups.</param>
/// <param name="HasOrdered">Whether they have a confirmed order.</param>
internal sealed record CustomerFacts(IReadOnlyList<string> Groups, bool HasOrdered)
{
    /// <summary>Somebody of whom nothing is known.</summary>
    public static CustomerFacts Nobody { get; } = new([], false);
}
