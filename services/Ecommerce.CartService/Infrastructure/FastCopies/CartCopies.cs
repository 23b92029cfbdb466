using System.Text.Json;
using Ecommerce.CartService.Application;
using Ecommerce.CartService.Domain;
using Ecommerce.CartService.Infrastructure.Persistence;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Ecommerce.CartService.Infrastructure.FastCopies;

/// <summary>
/// Copies of carts in Redis, for showing. Postgres is the truth: where Redis is away or empty, reading is slower and nothing
/// is missing. An older revision never replaces a newer one. When a copy could not be written, a stale one may be left
/// behind, so no copy is believed until every old one has expired.
/// </summary>
internal sealed partial class CartCopies(IServiceProvider services, IOptions<CartOptions> options, TimeProvider clock, ILogger<CartCopies> logger)
{
    private const string Put = """
        local old = redis.call('HGET', KEYS[1], 'r')
        if (not old) or tonumber(old) < tonumber(ARGV[1]) then
          redis.call('HSET', KEYS[1], 'r', ARGV[1], 'c', ARGV[2])
          redis.call('PEXPIRE', KEYS[1], ARGV[3])
        end
        """;

    private long _mistrustedUntil;

    private bool IsTrusted => clock.GetUtcNow().UtcTicks >= Interlocked.Read(ref _mistrustedUntil);

    public async Task<Cart?> FindAsync(Guid id)
    {
        if (!IsTrusted)
        {
            return null;
        }

        try
        {
            var json = await Connect().HashGetAsync(KeyOf(id), "c");
            return json.IsNull ? null : CartJson.Read(json.ToString());
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException or JsonException)
        {
            LogAway(exception);
            return null;
        }
    }

    public Task PutAsync(Cart cart) => WriteAsync(redis => redis.ScriptEvaluateAsync(
        Put, [KeyOf(cart.Id)],
        [cart.Revision, JsonSerializer.Serialize(cart, CartJson.Options), (long)options.Value.CopyLifetime.TotalMilliseconds]));

    public Task RemoveAsync(Guid id) => WriteAsync(redis => redis.KeyDeleteAsync(KeyOf(id)));

    private static RedisKey KeyOf(Guid id) => $"cart:{id}";

    // Taken when it is needed: a Redis that is away at start must not keep the service from starting.
    private IDatabase Connect() => services.GetRequiredService<IConnectionMultiplexer>().GetDatabase();

    private async Task WriteAsync(Func<IDatabase, Task> write)
    {
        try
        {
            await write(Connect());
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            var wasTrusted = IsTrusted;
            Interlocked.Exchange(ref _mistrustedUntil, (clock.GetUtcNow() + options.Value.CopyLifetime).UtcTicks);
            if (wasTrusted)
            {
                LogAway(exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Redis does not answer; carts are read from Postgres.")]
    private partial void LogAway(Exception exception);
}
