using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ProductService.Domain.Reviews;

/// <summary>A customer's review of a product. Others see it once staff has approved it as it stands.</summary>
internal sealed class Review
{
    private Review()
    {
    }

    public Guid Id { get; private init; }

    public Guid ProductId { get; private init; }

    public Guid CustomerId { get; private init; }

    public int Rating { get; private set; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string? Author { get; private set; }

    public ReviewStatus Status { get; private set; }

    /// <summary>Why it was rejected, for its author; or null.</summary>
    public string? RejectionReason { get; private set; }

    /// <summary>Whether the author has the product, from this shop.</summary>
    public bool IsVerified { get; private set; }

    /// <summary>Customers who found it helpful. Counted by the votes alone.</summary>
    public int Helpful { get; private set; }

    /// <summary>Customers who did not. Counted by the votes alone.</summary>
    public int Unhelpful { get; private set; }

    public DateTimeOffset WrittenAt { get; private init; }

    public DateTimeOffset? EditedAt { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? DecidedBy { get; private set; }

    public int Version { get; private set; }

    public static Review Write(Guid id, Guid productId, Guid customerId, ReviewText text, bool isVerified, DateTimeOffset now)
    {
        var review = new Review { Id = id, ProductId = productId, CustomerId = customerId, IsVerified = isVerified, WrittenAt = now };
        review.Say(text);
        return review;
    }

    /// <summary>What was approved was the old text.</summary>
    public void Edit(ReviewText text, DateTimeOffset now)
    {
        EditedAt = now;
        Say(text);
    }

    public Result Approve(string actor, DateTimeOffset now) => Decide(ReviewStatus.Approved, null, actor, now);

    public Result Reject(string reason, string actor, DateTimeOffset now) => Decide(ReviewStatus.Rejected, reason, actor, now);

    private Result Decide(ReviewStatus status, string? reason, string actor, DateTimeOffset now)
    {
        if (Status == status)
        {
            return ReviewErrors.Decided;
        }

        (Status, RejectionReason, DecidedBy, DecidedAt) = (status, reason, actor, now);
        Version++;
        return Result.Success;
    }

    private void Say(ReviewText text)
    {
        (Rating, Title, Text, Author) = (text.Rating, text.Title, text.Text, text.Author);
        (Status, RejectionReason, DecidedBy, DecidedAt) = (ReviewStatus.Pending, null, null, null);
        Version++;
    }
}
