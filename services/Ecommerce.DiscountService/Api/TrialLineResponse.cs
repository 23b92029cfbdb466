namespace Ecommerce.DiscountService.Api;

/// <summary>A line of a sample with what is taken off it.</summary>
internal sealed record TrialLineResponse(Guid ProductId, int Quantity, long Subtotal, long Discount, IReadOnlyList<TrialPartResponse> Parts);
