using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Ecommerce.ServiceDefaults.Persistence;

/// <summary>Prepares what a service repeats: the statements of SaveChanges and those that are written out in SQL. Queries have too many shapes.</summary>
internal sealed class PreparingInterceptor : DbCommandInterceptor
{
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await PrepareAsync(command, eventData, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await PrepareAsync(command, eventData, cancellationToken);
        return result;
    }

    private static Task PrepareAsync(DbCommand command, CommandEventData eventData, CancellationToken cancellationToken) =>
        eventData.CommandSource is CommandSource.SaveChanges or CommandSource.ExecuteSqlRaw or CommandSource.FromSqlQuery
            ? command.PrepareAsync(cancellationToken)
            : Task.CompletedTask;
}
