using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Ecommerce.Testing.Servers;

/// <summary>The real Postgres, Redis and RabbitMQ that tests use: those that the environment names, else those of eng/test-servers.sh.</summary>
public sealed partial class TestServers
{
    private static readonly Lazy<TestServers> Shared = new(Find);

    private TestServers(string postgres, string redis, string messaging) => (Postgres, Redis, Messaging) = (postgres, redis, messaging);

    /// <summary>The servers of this machine.</summary>
    public static TestServers Current => Shared.Value;

    /// <summary>Connection string of a superuser.</summary>
    public string Postgres { get; }

    /// <summary>Connection string.</summary>
    public string Redis { get; }

    /// <summary>AMQP address.</summary>
    public string Messaging { get; }

    /// <summary>The root of the repository.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    private static TestServers Find()
    {
        var settings = Names.ToDictionary(name => name, name => Environment.GetEnvironmentVariable("ConnectionStrings__" + name));
        if (settings.Values.Any(string.IsNullOrEmpty))
        {
            settings = StartThem();
        }

        return new TestServers(settings["postgres"]!, settings["redis"]!, settings["messaging"]!);
    }

    private static readonly string[] Names = ["postgres", "redis", "messaging"];

    private static Dictionary<string, string?> StartThem()
    {
        using var script = Process.Start(new ProcessStartInfo("bash", [Path.Combine(RepositoryRoot, "eng", "test-servers.sh"), "start"]) { RedirectStandardOutput = true })!;
        var output = script.StandardOutput.ReadToEnd();
        script.WaitForExit();
        var exports = Export().Matches(output).ToDictionary(match => match.Groups[1].Value, match => (string?)match.Groups[2].Value);
        return Names.ToDictionary(name => name, string? (name) => exports.GetValueOrDefault(name) ?? throw new InvalidOperationException($"eng/test-servers.sh started no {name}."));
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(Environment.GetEnvironmentVariable("ECOMMERCE_ROOT") ?? AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Ecommerce.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Ecommerce.sln is in no folder above the tests: set ECOMMERCE_ROOT.");
    }

    [GeneratedRegex("^export ConnectionStrings__(\\w+)='(.*)'$", RegexOptions.Multiline)]
    private static partial Regex Export();
}
