namespace Ecommerce.ProductService.Domain.Reviews;

/// <summary>Whether a customer found a review helpful.</summary>
internal sealed class ReviewVote
{
    private ReviewVote()
    {
    }

    public Guid ReviewId { get; private init; }

    public Guid CustomerId { get; private init; }

    public bool IsHelpful { get; private init; }
}
