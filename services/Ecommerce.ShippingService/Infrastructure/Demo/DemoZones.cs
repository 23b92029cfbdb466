using Ecommerce.ServiceDefaults.Persistence;
using Ecommerce.ShippingService.Domain.Rates;
using Ecommerce.ShippingService.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.ShippingService.Infrastructure.Demo;

/// <summary>Zones and prices of the demonstration shop.</summary>
internal sealed class DemoZones(IServiceScopeFactory scopes, IConfiguration configuration) : IDatabaseSeed
{
    private const int Light = 2000;
    private const int Medium = 10000;

    private static readonly string[] EuropeanUnion =
    [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL",
        "PT", "RO", "SE", "SI", "SK",
    ];

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (!configuration.GetValue<bool>("Demo:Enabled"))
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ShippingDbContext>();
        var known = await context.Zones.Select(zone => zone.Code).ToListAsync(cancellationToken);
        context.AddRange(Zones().Where(zone => !known.Contains(zone.Code)));
        await context.SaveChangesAsync(cancellationToken);
    }

    private static IEnumerable<ShippingZone> Zones() =>
    [
        Zone("us", "United States", ["US"], standard: (3, 5, 599), express: (1, 2, 1499)),
        Zone("us-remote", "Alaska and Hawaii", ["US"], standard: (5, 9, 1299), express: (3, 5, 2999), regions: ["AK", "HI"]),
        Zone("eu", "European Union", EuropeanUnion, standard: (2, 4, 499), express: (1, 2, 1299)),
        Zone("uk", "United Kingdom", ["GB"], standard: (2, 4, 499), express: (1, 2, 1199)),
        Zone("world", "Rest of the world", [ShippingZone.Anywhere], standard: (7, 14, 1999), express: (3, 6, 3999)),
    ];

    private static ShippingZone Zone(
        string code, string name, IReadOnlyList<string> countries, (int Min, int Max, long Price) standard, (int Min, int Max, long Price) express,
        IReadOnlyList<string>? regions = null) => ShippingZone.Of(code, name, countries, regions ?? [], [],
    [
        new ShippingMethod("standard", "Standard", "USPS", standard.Min, standard.Max, Bands(standard.Price, freeFrom: code == "world" ? null : 7500)),
        new ShippingMethod("express", "Express", "USPS", express.Min, express.Max, Bands(express.Price, freeFrom: null)),
    ]);

    private static IReadOnlyList<RateBand> Bands(long price, long? freeFrom) =>
    [
        .. new[] { "USD", "EUR", "GBP" }.SelectMany(currency => new RateBand[]
        {
            new(currency, Light, price, freeFrom),
            new(currency, Medium, price * 2, freeFrom * 2),
            new(currency, null, price * 4, null),
        }),
    ];
}
