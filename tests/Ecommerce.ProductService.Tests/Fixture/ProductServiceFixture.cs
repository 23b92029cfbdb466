using System.Net.Http.Json;
using Ecommerce.Contracts.Product.Internal;
using Ecommerce.ProductService.Tests.Fixture;
using Ecommerce.Testing.Hosting;

[assembly: AssemblyFixture(typeof(ProductServiceFixture))]

namespace Ecommerce.ProductService.Tests.Fixture;

public sealed class ProductServiceFixture() : ServiceFixture<Program>("product-service")
{
    private int _articles;

    public HttpClient OrderService => With(TestTokens.Service("order-service"));

    private readonly DirectoryInfo _index = Directory.CreateTempSubdirectory("product-index");

    protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Demo:Enabled", "true"), new("Search:Path", _index.FullName)];

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _index.Delete(recursive: true);
    }

    /// <summary>An article of this test's own, received into stock.</summary>
    public async Task<string> StockAsync(int units)
    {
        var sku = $"TEST-{Interlocked.Increment(ref _articles):0000}";
        await ScalarAsync<object>($"SELECT 1 FROM change_stock(gen_random_uuid(), 'received', ARRAY['{sku}'], ARRAY[{units}], now())");
        return sku;
    }

    public Task<HttpResponseMessage> ReserveAsync(Guid id, TimeSpan lifetime, params (string Sku, int Quantity)[] lines) =>
        OrderService.PostAsJsonAsync(
            "/internal/v1/reservations",
            new ReserveStockRequest(id, [.. lines.Select(line => new StockLineDto(line.Sku, line.Quantity))], DateTimeOffset.UtcNow + lifetime));

    public Task<HttpResponseMessage> ReserveAsync(Guid id, params (string Sku, int Quantity)[] lines) => ReserveAsync(id, TimeSpan.FromMinutes(15), lines);

    public Task<HttpResponseMessage> ReleaseAsync(Guid id) => OrderService.PostAsync($"/internal/v1/reservations/{id}/release", null);

    public Task<HttpResponseMessage> CommitAsync(Guid id) => OrderService.PostAsync($"/internal/v1/reservations/{id}/commit", null);

    /// <summary>Units in the house and units promised, with the ledger held against them.</summary>
    public async Task<(int OnHand, int Reserved)> LevelAsync(string sku)
    {
        await using var command = Database.CreateCommand(
            $"""
            SELECT s.on_hand, s.reserved, sum(m.on_hand_change)::int, sum(m.reserved_change)::int
            FROM stock_levels s JOIN stock_movements m ON m.sku = s.sku WHERE s.sku = '{sku}' GROUP BY s.on_hand, s.reserved
            """);
        await using var reader = await command.ExecuteReaderAsync();
        (await reader.ReadAsync()).ShouldBeTrue();
        var level = (reader.GetInt32(0), reader.GetInt32(1));
        level.ShouldBe((reader.GetInt32(2), reader.GetInt32(3)), "The ledger sums to the stock level.");
        return level;
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
