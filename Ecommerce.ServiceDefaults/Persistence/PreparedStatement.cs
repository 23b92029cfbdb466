using Npgsql;

namespace Ecommerce.ServiceDefaults.Persistence;

/// <summary>A statement whose plan the server keeps with the connection: parsed and planned once, not at every call.</summary>
/// <remarks>For statements of the hot paths with a constant text: each one stays with each connection of the pool.</remarks>
public sealed class PreparedStatement : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;

    private PreparedStatement(NpgsqlConnection connection, NpgsqlCommand command) => (_connection, Command) = (connection, command);

    /// <summary>The prepared command, ready to be executed.</summary>
    public NpgsqlCommand Command { get; }

    /// <summary>Takes a connection of the pool and prepares the statement on it, where that has not been done before.</summary>
    /// <param name="database">The pool.</param>
    /// <param name="sql">The statement, with <c>$1</c> for its first parameter.</param>
    /// <param name="cancellationToken">Stops the preparation.</param>
    /// <param name="parameters">The values, each with its type where it may be null.</param>
    /// <exception cref="NpgsqlException">The database is away or refuses the statement.</exception>
    public static async Task<PreparedStatement> OpenAsync(
        NpgsqlDataSource database, string sql, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        var command = new NpgsqlCommand(sql, connection);
        try
        {
            foreach (var parameter in parameters)
            {
                command.Parameters.Add(parameter);
            }

            await command.PrepareAsync(cancellationToken);
            return new PreparedStatement(connection, command);
        }
        catch
        {
            await command.DisposeAsync();
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Command.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
