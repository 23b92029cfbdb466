using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.DiscountService.Domain;

/// <summary>Why a discount is less than its action alone would take off, as a sentence for the shopper.</summary>
internal static class DiscountNotes
{
    public const string Rest = "This offer is nearly used up: what is left of it is taken off.";

    /// <param name="promotion">The promotion.</param>
    /// <param name="whole">What the action alone would take off.</param>
    /// <param name="most">What may be taken off, by the promotion's maximum and its budget.</param>
    /// <returns>Null where all of it is taken off.</returns>
    public static string? Of(Promotion promotion, long whole, long most) =>
        whole <= most ? null
        : most == promotion.MaximumDiscount ? $"This offer takes at most {Money.Of(most, promotion.Currency!.Value.Code)} off an order."
        : Rest;
}
