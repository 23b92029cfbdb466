namespace Ecommerce.ProviderSandbox.Shippo;

/// <summary>A service that the sandbox's one carrier offers, and its price.</summary>
internal sealed record ShippoService(string Token, string Name, string Terms, int Days, decimal Base, decimal PerKilogram, decimal PerZone)
{
    /// <summary>The carrier account of every rate.</summary>
    public const string CarrierAccount = "b741b99f95e841639b54272834bc478c";

    public static IReadOnlyList<ShippoService> All { get; } =
    [
        new("usps_ground_advantage", "Ground Advantage", "Delivery in 2 to 5 days", 4, 4.10m, 1.30m, 0.45m),
        new("usps_priority", "Priority Mail", "Delivery in 1 to 3 days", 2, 7.20m, 1.90m, 0.70m),
        new("usps_priority_express", "Priority Mail Express", "Overnight delivery to most locations", 1, 26.35m, 4.60m, 1.85m),
    ];

    public string Provider { get; } = "USPS";

    public decimal Price(decimal kilograms, int zone) => decimal.Round(Base + (PerKilogram * kilograms) + (PerZone * zone), 2);
}
