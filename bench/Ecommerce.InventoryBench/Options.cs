using System.Globalization;

namespace Ecommerce.InventoryBench;

/// <summary>The command line.</summary>
/// <param name="Rounds">How often each way is measured, one after the other.</param>
/// <param name="Seconds">How long each time.</param>
/// <param name="Clients">How many buyers, each one reservation after the other.</param>
/// <param name="Articles">How many articles the spread reservations are over.</param>
internal sealed record Options(int Rounds, int Seconds, int Clients, int Articles)
{
    public static Options Parse(string[] args)
    {
        int Get(string name, int otherwise) =>
            Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
        return new Options(Get("--rounds", 5), Get("--seconds", 5), Get("--clients", 16), Get("--articles", 10_000));
    }
}
