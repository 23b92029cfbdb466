namespace Ecommerce.LoadDriver;

/// <summary>The command line's <c>--name value</c> pairs.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> _values = [];

    public Uri Gateway => new(Get("gateway", "http://localhost:3000"));

    public static Options Parse(string[] args)
    {
        var options = new Options();
        foreach (var pair in args.Chunk(2).Where(pair => pair.Length == 2))
        {
            options._values[pair[0].TrimStart('-')] = pair[1];
        }

        return options;
    }

    public string Get(string name, string fallback) => _values.GetValueOrDefault(name, fallback);
}
