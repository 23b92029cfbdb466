namespace Ecommerce.StandIns.Hosting.Tests;

/// <summary>A chart that a model was published as, in a folder of its own.</summary>
internal sealed class Chart : IDisposable
{
    private Chart(string folder) => Folder = folder;

    internal string Folder { get; }

    internal string this[string file] => File.ReadAllText(Path.Combine(Folder, file));

    internal static async Task<Chart> OfAsync(Action<IDistributedApplicationBuilder> model)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"chart-{Guid.NewGuid():N}");
        string[] args = ["--operation", "publish", "--step", "publish", "--output-path", folder, "--AppHostSha", "8e4993d7cc3d2a1f"];
        await using var builder = DistributedApplicationTestingBuilder.Create(args, (_, settings) => settings.ApplicationName = "KubeHost");
        model(builder);
        await using var app = await builder.BuildAsync(Application.InTime);
        await app.RunAsync(Application.InTime);
        return new Chart(folder);
    }

    internal IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f)).Order(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>A web project, as far as publishing asks: it has a launch profile with an address.</summary>
    internal sealed class X : IProjectMetadata
    {
        public string ProjectPath => "/src/X/X.csproj";

        public LaunchSettings LaunchSettings { get; } = new() { Profiles = { ["http"] = new LaunchProfile { CommandName = "Project", ApplicationUrl = "http://localhost:5080" } } };
    }

    /// <summary>A project without a launch profile.</summary>
    internal sealed class Y : IProjectMetadata
    {
        public string ProjectPath => "/src/Y/Y.csproj";

        public LaunchSettings LaunchSettings { get; } = new();
    }
}
