using Ecommerce.ProductService.Application.Reviews;
using Ecommerce.ProductService.Domain.Reviews;

namespace Ecommerce.ProductService.Api.Reviews;

/// <param name="Id">The review.</param>
/// <param name="ProductId">What it is about.</param>
/// <param name="Rating">1 to 5.</param>
/// <param name="Title">One line.</param>
/// <param name="Text">At length.</param>
/// <param name="Author">The name to show, or null.</param>
/// <param name="IsVerifiedPurchase">Whether the author got the product from this shop.</param>
/// <param name="Helpful">Customers who found it helpful.</param>
/// <param name="Unhelpful">Customers who did not.</param>
/// <param name="WrittenAt">UTC.</param>
/// <param name="EditedAt">UTC, or null.</param>
/// <param name="Status">For the author and staff: pending, approved or rejected.</param>
/// <param name="RejectionReason">For the author and staff, or null.</param>
internal sealed record ReviewResponse(
    Guid Id, Guid ProductId, int Rating, string Title, string Text, string? Author, bool IsVerifiedPurchase, int Helpful, int Unhelpful,
    DateTimeOffset WrittenAt, DateTimeOffset? EditedAt, ReviewStatus? Status, string? RejectionReason)
{
    public static ReviewResponse ForEverybody(ReviewView review) => Of(review, null, null);

    public static ReviewResponse ForAuthor(ReviewView review) => Of(review, review.Status, review.RejectionReason);

    private static ReviewResponse Of(ReviewView review, ReviewStatus? status, string? reason) => new(
        review.Id, review.ProductId, review.Said.Rating, review.Said.Title, review.Said.Text, review.Said.Author, review.IsVerified, review.Helpful,
        review.Unhelpful, review.WrittenAt, review.EditedAt, status, reason);
}
