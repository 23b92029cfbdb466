using System.Net;

namespace Ecommerce.CartService.Tests;

public sealed class RedisAwayTests(RedisAwayTests.WithoutRedis fixture) : IClassFixture<RedisAwayTests.WithoutRedis>
{
    [Fact]
    public async Task Without_Redis_nothing_is_missing()
    {
        var cart = await CartClient.CreateAsync(fixture.Anonymous());
        (await cart.AddAsync("SKU-A", 2)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await cart.QuantityAsync("SKU-A")).ShouldBe(2);
        (await cart.Http.GetAsync("/health")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    public sealed class WithoutRedis : CartServiceFixture
    {
        // Nobody listens on the discard port.
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [.. base.Settings, new("ConnectionStrings:redis", "127.0.0.1:9")];
    }
}
