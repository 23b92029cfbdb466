namespace Ecommerce.ShoppingBench;

/// <summary>What one round of one step came to.</summary>
/// <param name="Name">The step.</param>
/// <param name="PerSecond">Requests.</param>
/// <param name="P50">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="Cpu">Microseconds of processor time a request costs in the services and in the caller together.</param>
internal sealed record Step(string Name, double PerSecond, double P50, double P99, double Cpu);
