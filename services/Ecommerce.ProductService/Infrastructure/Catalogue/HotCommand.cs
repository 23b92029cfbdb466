using Npgsql;

namespace Ecommerce.ProductService.Infrastructure.Catalogue;

/// <summary>
/// A statement of a hot path, prepared once a connection. Prepared by name and not by <c>Max Auto Prepare</c>, which Npgsql 10 confuses after
/// an error (npgsql/npgsql#6391); the pool keeps it, because its connections are not reset.
/// </summary>
internal sealed class HotCommand(NpgsqlConnection connection, NpgsqlCommand command) : IAsyncDisposable
{
    public NpgsqlDataReader Reader { get; private set; } = null!;

    public static async Task<HotCommand> ExecuteAsync(NpgsqlDataSource database, string sql, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        var hot = new HotCommand(connection, new NpgsqlCommand(sql, connection));
        try
        {
            hot.Command.Parameters.AddRange(parameters);
            await hot.Command.PrepareAsync(cancellationToken);
            hot.Reader = await hot.Command.ExecuteReaderAsync(cancellationToken);
            return hot;
        }
        catch
        {
            await hot.DisposeAsync();
            throw;
        }
    }

    private NpgsqlCommand Command => command;

    public async ValueTask DisposeAsync()
    {
        if (Reader is not null)
        {
            await Reader.DisposeAsync();
        }

        await command.DisposeAsync();
        await connection.DisposeAsync();
    }
}
