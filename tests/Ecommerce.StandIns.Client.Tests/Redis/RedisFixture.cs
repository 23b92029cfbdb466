using Ecommerce.StandIns.Client.Tests.Redis;
using StackExchange.Redis;

[assembly: AssemblyFixture(typeof(RedisFixture))]

namespace Ecommerce.StandIns.Client.Tests.Redis;

/// <summary>The Redis that the environment names (ConnectionStrings__redis), or one of the tests' own.</summary>
public sealed class RedisFixture : IAsyncLifetime
{
    private RedisProcess? _own;

    public string ConnectionString { get; private set; } = string.Empty;

    public ConnectionMultiplexer Multiplexer { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        ConnectionString = Environment.GetEnvironmentVariable("ConnectionStrings__redis") is { Length: > 0 } given
            ? given
            : (_own = await RedisProcess.StartAsync()).ConnectionString;
        Multiplexer = await ConnectionMultiplexer.ConnectAsync(ConnectionString);
    }

    public RedisKey Key() => "standins:" + Guid.CreateVersion7();

    public async ValueTask DisposeAsync()
    {
        await Multiplexer.DisposeAsync();
        if (_own is not null)
        {
            await _own.DisposeAsync();
        }
    }
}
