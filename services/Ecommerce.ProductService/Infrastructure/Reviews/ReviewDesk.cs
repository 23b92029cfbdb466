using Ecommerce.Messaging.Outbox;
using Ecommerce.ProductService.Application.Reviews;
using Ecommerce.ProductService.Domain;
using Ecommerce.ProductService.Domain.Reviews;
using Ecommerce.ProductService.Infrastructure.Persistence;
using Ecommerce.ServiceDefaults.PersonalData;
using Ecommerce.SharedKernel.Results;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ecommerce.ProductService.Infrastructure.Reviews;

/// <summary>Changes lock the product's row first and rate the product last; a review's version settles two changes of one review.</summary>
internal sealed class ReviewDesk(ProductDbContext context, IReviewReader reader, OutboxInterceptor outbox, TimeProvider clock) : IReviews
{
    private const long CustomerLock = 0x637573746f6d6572; // "customer"

    private DbSet<Review> Reviews => context.Set<Review>();

    public async Task<Result<ReviewView>> WriteAsync(Guid id, Guid productId, Guid customerId, ReviewText text, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await LockCustomerAsync(context, customerId, cancellationToken);
        if (await context.IsErasedAsync(customerId, cancellationToken))
        {
            return ReviewErrors.Erased;
        }

        if (!await context.Products.AnyAsync(product => product.Id == productId && product.Status == ProductStatus.Active, cancellationToken))
        {
            return ProductErrors.NotFound;
        }

        if (await Reviews.AsNoTracking().FirstOrDefaultAsync(review => review.ProductId == productId && review.CustomerId == customerId, cancellationToken) is { } written)
        {
            return written.Id == id ? (await reader.FindAsync(id, cancellationToken))! : ReviewErrors.Written;
        }

        var isVerified = await context.Set<DeliveredProduct>().AnyAsync(
            delivered => delivered.CustomerId == customerId && delivered.ProductId == productId, cancellationToken);
        context.Add(Review.Write(id, productId, customerId, text, isVerified, clock.GetUtcNow()));
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return ReviewErrors.Written;
        }

        await transaction.CommitAsync(cancellationToken);
        return (await reader.FindAsync(id, cancellationToken))!;
    }

    public Task<Result<ReviewView>> EditAsync(Guid id, Guid customerId, ReviewText text, int? version, CancellationToken cancellationToken) =>
        ChangeAsync(id, customerId, version, review =>
        {
            review.Edit(text, clock.GetUtcNow());
            return Result.Success;
        }, cancellationToken);

    public Task<Result<ReviewView>> DecideAsync(Guid id, string? rejection, string actor, int? version, CancellationToken cancellationToken) =>
        ChangeAsync(
            id, null, version, review => rejection is null ? review.Approve(actor, clock.GetUtcNow()) : review.Reject(rejection, actor, clock.GetUtcNow()), cancellationToken);

    public async Task<Result> RemoveAsync(Guid id, Guid? customerId, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await FindAsync(id, customerId, cancellationToken) is not { } review)
        {
            return ReviewErrors.NotFound;
        }

        context.Remove(review);
        await context.SaveChangesAsync(cancellationToken);
        await RateAsync([review.ProductId], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Result.Success;
    }

    public async Task<Result<ReviewView>> VoteAsync(Guid id, Guid customerId, bool? isHelpful, CancellationToken cancellationToken)
    {
        await using (var transaction = await context.Database.BeginTransactionAsync(cancellationToken))
        {
            // The review's row is locked first: votes of one review are counted one after the other.
            var author = await context.Database.SqlQuery<Guid>(
                $"""SELECT customer_id AS "Value" FROM reviews WHERE id = {id} AND status = 'Approved' FOR NO KEY UPDATE""").ToListAsync(cancellationToken);
            if (author.Count == 0)
            {
                return ReviewErrors.NotFound;
            }

            if (author[0] == customerId)
            {
                return ReviewErrors.Own;
            }

            if (isHelpful is { } helpful)
            {
                await context.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO review_votes (review_id, customer_id, is_helpful) VALUES ({id}, {customerId}, {helpful})
                    ON CONFLICT (review_id, customer_id) DO UPDATE SET is_helpful = EXCLUDED.is_helpful
                    """,
                    cancellationToken);
            }
            else
            {
                await context.Database.ExecuteSqlAsync($"DELETE FROM review_votes WHERE review_id = {id} AND customer_id = {customerId}", cancellationToken);
            }

            await CountVotesAsync([id], cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return (await reader.FindAsync(id, cancellationToken))!;
    }

    public async Task NoteDeliveryAsync(Guid customerId, IReadOnlyCollection<string> skus, DateTimeOffset deliveredAt, CancellationToken cancellationToken)
    {
        await LockCustomerAsync(context, customerId, cancellationToken);
        if (await context.IsErasedAsync(customerId, cancellationToken))
        {
            return;
        }

        var names = skus.ToArray();
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO delivered_products (customer_id, product_id, delivered_at)
            SELECT DISTINCT {customerId}, v.product_id, {deliveredAt} FROM variants v WHERE v.sku = ANY ({names})
            ON CONFLICT DO NOTHING
            """,
            cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
            UPDATE reviews SET is_verified = true
            WHERE customer_id = {customerId} AND NOT is_verified AND product_id IN (SELECT v.product_id FROM variants v WHERE v.sku = ANY ({names}))
            """,
            cancellationToken);
    }

    /// <summary>
    /// One after the other: a customer's review, the delivery that verifies it, and the erasure of both. Of two at one time neither would see the other.
    /// </summary>
    internal static Task<int> LockCustomerAsync(ProductDbContext context, Guid customerId, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({customerId.ToString()}, {CustomerLock}))", cancellationToken);

    /// <summary>Brings the counts of reviews up to date with their votes.</summary>
    internal static Task<int> CountVotesAsync(ProductDbContext context, Guid[] reviews, CancellationToken cancellationToken) => context.Database.ExecuteSqlAsync(
        $"""
        UPDATE reviews r SET
          helpful = (SELECT count(*) FROM review_votes v WHERE v.review_id = r.id AND v.is_helpful),
          unhelpful = (SELECT count(*) FROM review_votes v WHERE v.review_id = r.id AND NOT v.is_helpful)
        WHERE r.id = ANY ({reviews})
        """,
        cancellationToken);

    private Task<int> CountVotesAsync(Guid[] reviews, CancellationToken cancellationToken) => CountVotesAsync(context, reviews, cancellationToken);

    private async Task<Result<ReviewView>> ChangeAsync(Guid id, Guid? customerId, int? version, Func<Review, Result> change, CancellationToken cancellationToken)
    {
        await using (var transaction = await context.Database.BeginTransactionAsync(cancellationToken))
        {
            if (await FindAsync(id, customerId, cancellationToken) is not { } review)
            {
                return ReviewErrors.NotFound;
            }

            if (version is { } expected && review.Version != expected)
            {
                return ReviewErrors.Stale;
            }

            var wasShown = review.Status == ReviewStatus.Approved;
            if (change(review) is { IsSuccess: false, Error: var refusal })
            {
                return refusal;
            }

            await context.SaveChangesAsync(cancellationToken);
            if (wasShown || review.Status == ReviewStatus.Approved)
            {
                await RateAsync([review.ProductId], cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }

        return (await reader.FindAsync(id, cancellationToken))!;
    }

    private async Task<Review?> FindAsync(Guid id, Guid? customerId, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync(
            $"SELECT 1 FROM products p JOIN reviews r ON r.product_id = p.id WHERE r.id = {id} FOR NO KEY UPDATE OF p", cancellationToken);
        return await Reviews.FirstOrDefaultAsync(review => review.Id == id && (customerId == null || review.CustomerId == customerId), cancellationToken);
    }

    private Task<int> RateAsync(Guid[] products, CancellationToken cancellationToken)
    {
        outbox.Expect(context);
        return context.Database.ExecuteSqlAsync($"SELECT rate_products({products})", cancellationToken);
    }
}
