using Npgsql;

namespace Ecommerce.Testing.Servers;

/// <summary>A database of a test's own, dropped at the end.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _name;

    private TestDatabase(string name)
    {
        _name = name;
        ConnectionString = new NpgsqlConnectionStringBuilder(TestServers.Current.Postgres) { Database = name, MaxPoolSize = 30 }.ConnectionString;
    }

    /// <summary>How to reach it.</summary>
    public string ConnectionString { get; }

    /// <summary>Makes an empty database.</summary>
    public static async Task<TestDatabase> CreateAsync(string prefix)
    {
        var database = new TestDatabase($"{prefix}_{Guid.NewGuid():N}");
        await ExecuteAsync($"CREATE DATABASE \"{database._name}\"");
        return database;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync($"DROP DATABASE IF EXISTS \"{_name}\" WITH (FORCE)");
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(TestServers.Current.Postgres);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
