using System.Net;
using System.Net.Http.Json;
using Ecommerce.Contracts.Product.Internal;
using Ecommerce.ProductService.Application.Inventory;
using Ecommerce.ProductService.Domain;
using Ecommerce.ProductService.Infrastructure.Persistence;
using Ecommerce.ProductService.Tests.Fixture;
using Ecommerce.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(ProductServiceFixture))]

namespace Ecommerce.ProductService.Tests.Fixture;

public sealed class ProductServiceFixture() : ServiceFixture<Program>("product-service")
{
    private int _articles;
    private HttpClient? _merchandiser;

    /// <summary>One person, or the same key would not be the same.</summary>
    public HttpClient Merchandiser => _merchandiser ??= With(TestTokens.Staff("merchandiser"));

    public HttpClient OrderService => With(TestTokens.Service("order-service"));

    private readonly DirectoryInfo _index = Directory.CreateTempSubdirectory("product-index");

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("Demo:Enabled", "true"), new("Search:Path", _index.FullName),

        // Far longer than a test waits: what is heard in time was sent because the dispatcher was woken.
        new("Messaging:PollInterval", "00:05:00"),
        new("Images:Folder", Path.Combine(_index.FullName, "images")), new("Images:CleanEvery", "00:00:00.500"),
    ];

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _index.Delete(recursive: true);
    }

    /// <summary>An article of this test's own, received into stock.</summary>
    public async Task<string> StockAsync(int units)
    {
        var sku = $"TEST-{Interlocked.Increment(ref _articles):0000}";
        await ReceiveAsync(sku, units);
        return sku;
    }

    /// <summary>An article of this test's own that a product of its own has, with nothing in stock; sold for francs, so that lists in dollars do not have it.</summary>
    /// <param name="isActive">Whether others see it.</param>
    public async Task<(string Sku, Guid ProductId)> SellAsync(bool isActive = false)
    {
        var sku = $"TEST-{Interlocked.Increment(ref _articles):0000}";
        var product = Product.Create(
            Guid.CreateVersion7(), sku.ToLowerInvariant(), sku, "", null, [], [], [Variant.Of(sku, [], 100, 0, new Dictionary<string, long> { ["CHF"] = 100 })], DateTimeOffset.UtcNow);
        await using var scope = Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ProductDbContext>();
        if (isActive)
        {
            product.Activate(DateTimeOffset.UtcNow);
        }

        context.Add(product);
        await context.SaveChangesAsync();
        return (sku, product.Id);
    }

    /// <summary>A location of this test's own, which comes after all others.</summary>
    public async Task<string> OpenAsync(int priority = 1_000)
    {
        var code = $"test-{Interlocked.Increment(ref _articles):0000}";
        var response = await Merchandiser.PostAsJsonAsync("/api/v1/stock-locations", new { code, name = code, priority });
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return code;
    }

    public Task ReceiveAsync(string sku, int units, string location = "main") =>
        ScalarAsync<object>($"SELECT 1 FROM change_stock(gen_random_uuid(), 'received', ARRAY['{sku}'], ARRAY[{units}], now(), '{location}')");

    public Task<HttpResponseMessage> ReserveAsync(Guid id, TimeSpan lifetime, params (string Sku, int Quantity)[] lines) =>
        OrderService.PostAsJsonAsync(
            "/internal/v1/reservations",
            new ReserveStockRequest(id, [.. lines.Select(line => new StockLineDto(line.Sku, line.Quantity))], DateTimeOffset.UtcNow + lifetime));

    public Task<HttpResponseMessage> ReserveAsync(Guid id, params (string Sku, int Quantity)[] lines) => ReserveAsync(id, TimeSpan.FromMinutes(15), lines);

    public Task<HttpResponseMessage> ReleaseAsync(Guid id) => OrderService.PostAsync($"/internal/v1/reservations/{id}/release", null);

    public Task<HttpResponseMessage> CommitAsync(Guid id) => OrderService.PostAsync($"/internal/v1/reservations/{id}/commit", null);

    /// <summary>Ends the holds that are over, as the service itself does every few seconds.</summary>
    public async Task ExpireAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IInventory>().ExpireAsync(100, TestContext.Current.CancellationToken);
    }

    /// <summary>Units in the house and units promised, with the ledger held against them.</summary>
    public async Task<(int OnHand, int Reserved)> LevelAsync(string sku)
    {
        await using var command = Database.CreateCommand(
            $"""
            SELECT sum(s.on_hand)::int, sum(s.reserved)::int,
                   (SELECT sum(m.on_hand_change)::int FROM stock_movements m WHERE m.sku = '{sku}'),
                   (SELECT sum(m.reserved_change)::int FROM stock_movements m WHERE m.sku = '{sku}')
            FROM stock_levels s WHERE s.sku = '{sku}'
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
