using Ecommerce.DiscountService.Application.GenerateCoupons;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

// The comparison is made in the database, in the column's collation "C".
#pragma warning disable CA1309

namespace Ecommerce.DiscountService.Infrastructure.Persistence;

/// <summary>Coupons come and go by the hundred thousand: copied in and out, not row by row.</summary>
internal sealed class CouponStore(NpgsqlDataSource database, DiscountDbContext context) : ICouponStore
{
    private const int CopyBuffer = 64 * 1024;

    public Task<CouponBatch?> FindBatchAsync(Guid id, CancellationToken cancellationToken) =>
        context.Set<CouponBatchRow>().AsNoTracking().Where(batch => batch.Id == id)
            .Select(batch => new CouponBatch(batch.Id, batch.PromotionId, batch.Count, batch.UsesPerCoupon, batch.CreatedAt))
            .SingleOrDefaultAsync(cancellationToken);

    public async Task<bool> TryAddAsync(CouponBatch batch, IReadOnlyCollection<string> codes, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            await using var command = new NpgsqlCommand(
                "INSERT INTO coupon_batches (id, promotion_id, count, uses_per_coupon, created_at) VALUES ($1, $2, $3, $4, $5)", connection, transaction)
            {
                Parameters =
                {
                    new() { Value = batch.Id }, new() { Value = batch.PromotionId }, new() { Value = batch.Count },
                    new() { Value = batch.UsesPerCoupon }, new() { Value = batch.CreatedAt },
                },
            };
            await command.ExecuteNonQueryAsync(cancellationToken);
            await using (var copy = await connection.BeginBinaryImportAsync(
                "COPY coupons (code, promotion_id, batch_id, used, allowed, late) FROM STDIN (FORMAT binary)", cancellationToken))
            {
                foreach (var code in codes)
                {
                    await copy.StartRowAsync(cancellationToken);
                    await copy.WriteAsync(code, NpgsqlDbType.Varchar, cancellationToken);
                    await copy.WriteAsync(batch.PromotionId, NpgsqlDbType.Uuid, cancellationToken);
                    await copy.WriteAsync(batch.Id, NpgsqlDbType.Uuid, cancellationToken);
                    await copy.WriteAsync(0, NpgsqlDbType.Integer, cancellationToken);
                    await copy.WriteAsync(batch.UsesPerCoupon, NpgsqlDbType.Integer, cancellationToken);
                    await copy.WriteAsync(0, NpgsqlDbType.Integer, cancellationToken);
                }

                await copy.CompleteAsync(cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
            return true;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }

    public async Task<IReadOnlyList<CouponUse>> ListAsync(Guid promotionId, string? after, int limit, CancellationToken cancellationToken)
    {
        var first = after ?? "";
        return await Uses(Of(promotionId).Where(coupon => string.Compare(coupon.Code, first) > 0).OrderBy(coupon => coupon.Code).Take(limit))
            .ToListAsync(cancellationToken);
    }

    public Task<CouponUse?> FindAsync(Guid promotionId, string code, CancellationToken cancellationToken) =>
        Uses(Of(promotionId).Where(coupon => coupon.Code == code)).SingleOrDefaultAsync(cancellationToken);

    public async Task ExportAsync(Guid promotionId, Guid? batchId, Stream csv, CancellationToken cancellationToken)
    {
        // Ids, and nothing that somebody typed: COPY takes no parameters.
        var ofBatch = batchId is { } batch ? $"AND c.batch_id = '{batch:D}'" : "";
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        using var rows = await connection.BeginTextExportAsync(
            $"""
            COPY (
              SELECT c.code AS "code", c.allowed AS "usesPerCoupon", c.used AS "used", to_char(b.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "createdAt"
              FROM coupons c JOIN coupon_batches b ON b.id = c.batch_id
              WHERE c.promotion_id = '{promotionId:D}' {ofBatch}
              ORDER BY c.code) TO STDOUT (FORMAT csv, HEADER)
            """, cancellationToken);
        await using var writer = new StreamWriter(csv, leaveOpen: true);
        var chunk = new char[CopyBuffer];
        int read;
        while ((read = await rows.ReadAsync(chunk, cancellationToken)) > 0)
        {
            await writer.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
        }
    }

    private IQueryable<Coupon> Of(Guid promotionId) => context.Set<Coupon>().AsNoTracking().Where(coupon => coupon.PromotionId == promotionId);

    private IQueryable<CouponUse> Uses(IQueryable<Coupon> coupons) =>
        from coupon in coupons
        join batch in context.Set<CouponBatchRow>() on coupon.BatchId equals batch.Id
        orderby coupon.Code
        select new CouponUse(coupon.Code, coupon.BatchId, coupon.Used, coupon.Allowed, batch.CreatedAt);
}
