using System.Globalization;

namespace Ecommerce.ShoppingBench;

/// <summary>The command line.</summary>
/// <param name="Carts">How many carts are made, filled, read and totalled.</param>
/// <param name="Shoppers">How many at once.</param>
/// <param name="Rounds">How often all of it; the medians count.</param>
internal sealed record Options(int Carts, int Shoppers, int Rounds)
{
    public static Options Parse(string[] args)
    {
        int Get(string name, int otherwise) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length
            ? int.Parse(args[at + 1], CultureInfo.InvariantCulture)
            : otherwise;
        return new Options(Get("--carts", 5000), Get("--shoppers", 16), Get("--rounds", 5));
    }
}
