using Ecommerce.ProductService.Application.Reviews;
using Ecommerce.ProductService.Domain.Reviews;
using Npgsql;

namespace Ecommerce.ProductService.Infrastructure.Reviews;

internal sealed class ReviewReader(NpgsqlDataSource database) : IReviewReader
{
    private const string Columns = """
        SELECT id, product_id, customer_id, rating, title, text, author, status, rejection_reason, is_verified, helpful, unhelpful, written_at, edited_at, version
        FROM reviews
        """;

    public async Task<ReviewView?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        (await ReadAsync("WHERE id = $1", cancellationToken, id)).SingleOrDefault();

    public Task<IReadOnlyList<ReviewView>> ListApprovedAsync(
        Guid productId, ReviewSort sort, int? rating, (int Key, Guid Id)? after, int limit, CancellationToken cancellationToken)
    {
        var (key, before, order) = sort switch
        {
            ReviewSort.Newest => ("0", "id < $3", "id DESC"),
            ReviewSort.Helpful => ("helpful", "(helpful, id) < ($4, $3)", "helpful DESC, id DESC"),
            ReviewSort.RatingDescending => ("rating", "(rating, id) < ($4, $3)", "rating DESC, id DESC"),
            ReviewSort.RatingAscending => ("rating", "(rating, id) > ($4, $3)", "rating, id"),
            _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "There is no such order."),
        };
        var where = "WHERE product_id = $1 AND status = 'Approved'" + (rating is { } stars ? $" AND rating = {stars}" : "");
        List<object> values = [productId, limit];
        if (after is { } last)
        {
            where += " AND " + before;
            values.Add(last.Id);
            if (key != "0")
            {
                values.Add(last.Key);
            }
        }

        return ReadAsync($"{where} ORDER BY {order} LIMIT $2", cancellationToken, [.. values]);
    }

    public Task<IReadOnlyList<ReviewView>> ListOwnAsync(Guid customerId, Guid? before, int limit, CancellationToken cancellationToken) => before is { } last
        ? ReadAsync("WHERE customer_id = $1 AND id < $3 ORDER BY id DESC LIMIT $2", cancellationToken, customerId, limit, last)
        : ReadAsync("WHERE customer_id = $1 ORDER BY id DESC LIMIT $2", cancellationToken, customerId, limit);

    public Task<IReadOnlyList<ReviewView>> ListForStaffAsync(ReviewStatus status, Guid? after, int limit, CancellationToken cancellationToken) =>
        ReadAsync("WHERE status = $1 AND id > $3 ORDER BY id LIMIT $2", cancellationToken, status.ToString(), limit, after ?? Guid.Empty);

    public async Task<RatingView> SummarizeAsync(Guid productId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT rating, count(*)::int FROM reviews WHERE product_id = $1 AND status = 'Approved' GROUP BY rating");
        command.Parameters.Add(new() { Value = productId });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var byRating = new int[5];
        while (await rows.ReadAsync(cancellationToken))
        {
            byRating[rows.GetInt32(0) - 1] = rows.GetInt32(1);
        }

        var count = byRating.Sum();
        var stars = byRating.Select((reviews, index) => (decimal)reviews * (index + 1)).Sum();
        return new RatingView(count, count == 0 ? 0 : Math.Round(stars / count, 2, MidpointRounding.AwayFromZero), byRating);
    }

    private async Task<IReadOnlyList<ReviewView>> ReadAsync(string where, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = database.CreateCommand($"{Columns} {where}");
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var reviews = new List<ReviewView>();
        while (await rows.ReadAsync(cancellationToken))
        {
            reviews.Add(new ReviewView(
                rows.GetGuid(0), rows.GetGuid(1), rows.GetGuid(2),
                new ReviewText(rows.GetInt32(3), rows.GetString(4), rows.GetString(5), await rows.IsDBNullAsync(6, cancellationToken) ? null : rows.GetString(6)),
                Enum.Parse<ReviewStatus>(rows.GetString(7)), await rows.IsDBNullAsync(8, cancellationToken) ? null : rows.GetString(8),
                rows.GetBoolean(9), rows.GetInt32(10), rows.GetInt32(11), await rows.GetFieldValueAsync<DateTimeOffset>(12, cancellationToken),
                await rows.IsDBNullAsync(13, cancellationToken) ? null : await rows.GetFieldValueAsync<DateTimeOffset>(13, cancellationToken), rows.GetInt32(14)));
        }

        return reviews;
    }
}
