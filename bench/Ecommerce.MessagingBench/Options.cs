using System.Globalization;

namespace Ecommerce.MessagingBench;

/// <summary>One way to be measured.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Program">The build of this program whose services run.</param>
/// <param name="Settings">Settings of the section Messaging; what is not named has its default.</param>
internal sealed record Variant(string Name, string Program, IReadOnlyList<(string Key, string Value)> Settings)
{
    private const string Build = "build";

    /// <summary>Reads <c>name:Key=Value,Key=Value</c>; the key <c>build</c> names another build's Ecommerce.MessagingBench.dll.</summary>
    public static Variant Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        (string Key, string Value)[] settings = colon < 0
            ? []
            : [.. text[(colon + 1)..].Split(',').Select(pair => pair.Split('=', 2)).Select(pair => (pair[0], pair[1]))];
        var build = settings.FirstOrDefault(setting => setting.Key == Build).Value ?? typeof(Variant).Assembly.Location;
        return new(colon < 0 ? text : text[..colon], build, [.. settings.Where(setting => setting.Key != Build)]);
    }
}

/// <summary>The command line.</summary>
/// <param name="Variants">What is measured, one after the other in each round.</param>
/// <param name="Rounds">How often each of them is measured.</param>
/// <param name="Measurements">Which of backlog, burst, low and steady.</param>
/// <param name="Backlog">How many events the backlog has.</param>
/// <param name="Burst">How many events the burst has.</param>
/// <param name="Many">How many subjects many are.</param>
/// <param name="Few">How many subjects few are.</param>
/// <param name="Low">How many events a second low load is.</param>
/// <param name="Rates">How many events a second steady load is.</param>
/// <param name="Seconds">How long low and steady load last.</param>
/// <param name="Consumers">How many services consume each event.</param>
/// <param name="Handler">How the handler changes its row: <c>load</c> or <c>statement</c>.</param>
/// <param name="Padding">How many characters an event has besides its numbers.</param>
internal sealed record Options(
    IReadOnlyList<Variant> Variants, int Rounds, IReadOnlySet<string> Measurements, int Backlog, int Burst, int Many, int Few, int Low,
    IReadOnlyList<int> Rates, int Seconds, int Consumers, string Handler, int Padding)
{
    public static Options Parse(string[] args)
    {
        string Get(string name, string otherwise) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : otherwise;
        int GetNumber(string name, int otherwise) => int.Parse(Get(name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
        var variants = args.Index().Where(arg => arg.Item == "--variant").Select(arg => Variant.Parse(args[arg.Index + 1])).ToList();
        return new Options(
            variants.Count == 0 ? [Variant.Parse("defaults")] : variants,
            GetNumber("--rounds", 3),
            Get("--measure", "backlog,burst,low,steady").Split(',').ToHashSet(),
            GetNumber("--backlog", 20_000),
            GetNumber("--burst", 3_000),
            GetNumber("--many", 2_000),
            GetNumber("--few", 8),
            GetNumber("--low", 20),
            [.. Get("--rates", "50,100,300").Split(',').Select(rate => int.Parse(rate, CultureInfo.InvariantCulture))],
            GetNumber("--seconds", 20),
            GetNumber("--consumers", 1),
            Get("--handler", Service.BenchService.Loads),
            GetNumber("--padding", 500));
    }
}
