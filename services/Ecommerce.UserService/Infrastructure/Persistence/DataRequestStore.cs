using Ecommerce.UserService.Application.DataRequests;
using Ecommerce.UserService.Domain.DataRequests;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ecommerce.UserService.Infrastructure.Persistence;

internal sealed class DataRequestStore(UserDbContext context) : IDataRequestStore
{
    // Longer than asking every service once can take.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    public Task<DataRequest?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        context.DataRequests.FirstOrDefaultAsync(request => request.Id == id, cancellationToken);

    public async Task<IReadOnlyList<DataRequest>> ListAsync(
        Guid? customerId, DataRequestState? state, Guid? beforeId, int limit, CancellationToken cancellationToken)
    {
        var requests = context.DataRequests.AsNoTracking()
            .Where(request => (customerId == null || request.CustomerId == customerId) && (state == null || request.State == state));
        if (beforeId is { } id)
        {
            requests = requests.Where(request => request.Id < id);
        }

        return await requests.OrderByDescending(request => request.Id).Take(limit).ToListAsync(cancellationToken);
    }

    public void Add(DataRequest request) => context.Add(request);

    public async Task ReplaceArchiveAsync(DataArchive archive, CancellationToken cancellationToken)
    {
        await context.DataArchives.Where(earlier => earlier.CustomerId == archive.CustomerId).ExecuteDeleteAsync(cancellationToken);
        context.Add(archive);
    }

    public async Task<bool> TrySaveNewAsync(CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return false;
        }
    }

    public Task SaveAsync(CancellationToken cancellationToken) => context.SaveChangesAsync(cancellationToken);

    public async Task<IReadOnlyList<Guid>> TakeDueAsync(int limit, DateTimeOffset now, CancellationToken cancellationToken) =>
        await context.Database.SqlQuery<Guid>($"""
            UPDATE data_requests SET next_attempt_at = {now + Lease}
            WHERE id IN (SELECT id FROM data_requests WHERE next_attempt_at <= {now} ORDER BY next_attempt_at LIMIT {limit} FOR UPDATE SKIP LOCKED)
            RETURNING id AS "Value"
            """).ToListAsync(cancellationToken);

    public async Task<bool> SetLinkAsync(
        Guid requestId, Guid customerId, byte[] linkHash, DateTimeOffset expiresAt, DateTimeOffset now, CancellationToken cancellationToken) =>
        await context.DataArchives
            .Where(archive => archive.Id == requestId && archive.CustomerId == customerId && archive.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(archive => archive.LinkHash, linkHash).SetProperty(archive => archive.LinkExpiresAt, expiresAt), cancellationToken) == 1;

    public async Task<byte[]?> UseLinkAsync(Guid customerId, byte[] linkHash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // One statement, so that of two who come at the same time one gets it.
        var content = await context.Database.SqlQuery<byte[]>($"""
            UPDATE data_archives SET link_hash = NULL, link_expires_at = NULL
            WHERE link_hash = {linkHash} AND customer_id = {customerId} AND link_expires_at > {now} AND expires_at > {now}
            RETURNING content AS "Value"
            """).ToListAsync(cancellationToken);
        return content.Count == 1 ? content[0] : null;
    }
}
