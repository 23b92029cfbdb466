namespace Ecommerce.CatalogueBench;

/// <summary>One measurement.</summary>
/// <param name="PerSecond">Requests per second.</param>
/// <param name="P50">Half of them took at most so many milliseconds.</param>
/// <param name="P99">99 of 100 did.</param>
/// <param name="Cpu">Microseconds of processor time a request, of the caller and the service.</param>
internal sealed record Sample(double PerSecond, double P50, double P99, double Cpu);
