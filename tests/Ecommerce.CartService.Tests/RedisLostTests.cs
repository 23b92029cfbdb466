using System.Net;
using Ecommerce.CartService.Application;
using Ecommerce.CartService.Domain;
using Ecommerce.CartService.Infrastructure.FastCopies;
using Ecommerce.Testing.Probing;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace Ecommerce.CartService.Tests;

public sealed class RedisLostTests(RedisLostTests.WithOwnRedis fixture) : IClassFixture<RedisLostTests.WithOwnRedis>
{
    [Fact]
    public async Task With_Redis_flushed_killed_and_back_again_nothing_is_missing()
    {
        var cart = await CartClient.CreateAsync(fixture.Anonymous());
        await cart.AddAsync("SKU-A", 2);
        (await cart.QuantityAsync("SKU-A")).ShouldBe(2);

        await fixture.Redis.FlushAsync();
        (await cart.QuantityAsync("SKU-A")).ShouldBe(2);
        (await cart.AddAsync("SKU-A")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await using var scope = fixture.Services.CreateAsyncScope();
        var old = (await scope.ServiceProvider.GetRequiredService<ICartStore>().FindAsync(cart.Id, CancellationToken.None))!;
        fixture.Redis.Kill();
        (await cart.QuantityAsync("SKU-A")).ShouldBe(3);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => cart.AddAsync("SKU-A")));
        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        (await cart.QuantityAsync("SKU-A")).ShouldBe(53);
        (await CartClient.CreateAsync(fixture.Anonymous())).Id.ShouldNotBe(cart.Id);

        await fixture.Redis.StartAsync();

        // It comes back with what it had before it was lost: that is not believed.
        await Eventually.HoldsAsync(() => IsBackWithAsync(old), "an old copy is there");
        (await cart.QuantityAsync("SKU-A")).ShouldBe(53);
        (await cart.AddAsync("SKU-A")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await cart.QuantityAsync("SKU-A")).ShouldBe(54);
        (await cart.Http.GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<bool> IsBackWithAsync(Cart old)
    {
        await fixture.Services.GetRequiredService<CartCopies>().PutAsync(old);
        try
        {
            return await fixture.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase().KeyExistsAsync($"cart:{old.Id}");
        }
        catch (RedisException)
        {
            return false;
        }
    }

    public sealed class WithOwnRedis : CartServiceFixture
    {
        public OwnRedis Redis { get; } = new();

        protected override IEnumerable<KeyValuePair<string, string>> Settings => [.. base.Settings, new("ConnectionStrings:redis", $"127.0.0.1:{Redis.Port}")];

        public override async ValueTask InitializeAsync()
        {
            await Redis.StartAsync();
            await base.InitializeAsync();
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            Redis.Dispose();
        }
    }
}
