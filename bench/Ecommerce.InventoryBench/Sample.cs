namespace Ecommerce.InventoryBench;

/// <summary>One measurement.</summary>
/// <param name="PerSecond">Reservations per second.</param>
/// <param name="P50">Half of them took at most so many milliseconds; 0 where it was not measured.</param>
/// <param name="P99">99 of 100 did.</param>
internal sealed record Sample(double PerSecond, double P50, double P99);
