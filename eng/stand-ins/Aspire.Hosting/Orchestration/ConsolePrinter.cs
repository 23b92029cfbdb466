using System.Text.RegularExpressions;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>Prints the lines of all resources, each with its resource's name in a colour; in a test they go to the test's log.</summary>
internal sealed partial class ConsolePrinter
{
    private static readonly string[] s_colours = ["36", "33", "32", "35", "34", "96", "93", "92", "95", "94"];

    private readonly Dictionary<string, (string Label, string Colour)> _labels = new(ResourceNames.Comparer);
    private readonly DistributedApplicationOptions _options;
    private readonly ILoggerFactory _loggers;
    private readonly string _application;
    private readonly Lock _lock = new();
    private readonly bool _colours = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is not { Length: > 0 };

    public ConsolePrinter(ResourceLoggerService lines, DistributedApplicationOptions options, ILoggerFactory loggers, IHostEnvironment environment)
    {
        (_options, _loggers, _application) = (options, loggers, environment.ApplicationName);
        lines.LineAdded += Print;
    }

    internal void Begin(DistributedApplicationModel model)
    {
        var all = model.Resources.ToArray();
        var width = all.Where(r => r is ProjectResource or ExecutableResource or ContainerResource).Select(r => r.Name.Length).DefaultIfEmpty(0).Max();
        for (var i = 0; i < all.Length; i++)
        {
            var ids = all[i].InstanceIds().ToArray();
            for (var n = 0; n < ids.Length; n++)
            {
                var label = ids.Length == 1 ? all[i].Name : $"{all[i].Name}/{n + 1}";
                _labels[ids[n]] = (label.PadRight(width), s_colours[i % s_colours.Length]);
            }
        }
    }

    private void Print(string id, string text, bool isError)
    {
        var (label, colour) = _labels.TryGetValue(id, out var known) ? known : (id, "37");
        if (_options.EnableResourceLogging)
        {
            try
            {
                _loggers.CreateLogger($"{_application}.Resources.{label.TrimEnd()}").Log(isError ? LogLevel.Error : LogLevel.Information, "{Line}", text);
            }
            catch (ObjectDisposedException)
            {
                // The application is gone, and someone still talks.
            }

            return;
        }

        lock (_lock)
        {
            Console.Out.WriteLine(_colours ? $"\e[{colour}m{label}\e[0m | {text}" : $"{label} | {Colour().Replace(text, "")}");
        }
    }

    [GeneratedRegex(@"\e\[[0-9;]*m")]
    private static partial Regex Colour();
}
