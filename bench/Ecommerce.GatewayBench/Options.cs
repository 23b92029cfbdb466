using System.Globalization;

namespace Ecommerce.GatewayBench;

/// <summary>The command line.</summary>
/// <param name="Rounds">How often each target is measured, one after the other.</param>
/// <param name="Seconds">How long each time.</param>
/// <param name="Connections">How many callers, each one request after the other.</param>
/// <param name="Express">Where Express is installed; null: without it.</param>
internal sealed record Options(int Rounds, double Seconds, int Connections, string? Express)
{
    public static Options Parse(string[] args)
    {
        string? Get(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
        return new Options(
            int.Parse(Get("--rounds") ?? "7", CultureInfo.InvariantCulture),
            double.Parse(Get("--seconds") ?? "3", CultureInfo.InvariantCulture),
            int.Parse(Get("--connections") ?? "32", CultureInfo.InvariantCulture),
            Get("--express"));
    }
}
