using System.Globalization;

namespace Ecommerce.CatalogueBench;

/// <summary>The command line.</summary>
/// <param name="Variants">The sizes of the catalogues.</param>
/// <param name="Seed">Of what they are made of.</param>
/// <param name="Format">csv or jsonl.</param>
/// <param name="Currencies">That articles have a price in.</param>
/// <param name="Seconds">How long each kind of call is measured.</param>
/// <param name="Connections">How many callers, each one request after the other.</param>
internal sealed record Options(IReadOnlyList<int> Variants, int Seed, string Format, IReadOnlyList<string> Currencies, double Seconds, int Connections)
{
    public static Options Parse(string[] args)
    {
        string? Get(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
        return new Options(
            [.. (Get("--variants") ?? "1000,100000,1000000").Split(',').Select(text => int.Parse(text, CultureInfo.InvariantCulture))],
            int.Parse(Get("--seed") ?? "7", CultureInfo.InvariantCulture),
            Get("--format") ?? "csv",
            (Get("--currencies") ?? "USD").Split(','),
            double.Parse(Get("--seconds") ?? "8", CultureInfo.InvariantCulture),
            int.Parse(Get("--connections") ?? "16", CultureInfo.InvariantCulture));
    }
}
