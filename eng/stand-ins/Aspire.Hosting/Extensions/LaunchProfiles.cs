using System.Text.Json;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Which launch profile a project starts with: the one asked for, else that of the AppHost's own profile's name, else its first.</summary>
internal static class LaunchProfiles
{
    private static readonly JsonSerializerOptions s_json = new() { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    internal static (string Name, LaunchProfile Profile)? Of(IResource project)
    {
        if (project.HasAnnotationOfType<ExcludeLaunchProfileAnnotation>())
        {
            return null;
        }

        var profiles = SettingsOf(project)?.Profiles.Where(p => p.Value.CommandName is "Project").ToArray() ?? [];
        if (project.TryGetLastAnnotation<LaunchProfileAnnotation>(out var asked))
        {
            return Named(asked.LaunchProfileName) ?? throw new DistributedApplicationException($"Launch profile '{asked.LaunchProfileName}' for project resource '{project.Name}' does not exist.");
        }

        if (project.TryGetLastAnnotation<DefaultLaunchProfileAnnotation>(out var @default) && Named(@default.LaunchProfileName) is { } named)
        {
            return named;
        }

        return profiles.Length > 0 ? (profiles[0].Key, profiles[0].Value) : null;

        (string, LaunchProfile)? Named(string name)
            => profiles.Where(p => p.Key == name).Select(p => ((string, LaunchProfile)?)(p.Key, p.Value)).FirstOrDefault();
    }

    private static LaunchSettings? SettingsOf(IResource project)
    {
        var metadata = project.Annotations.OfType<IProjectMetadata>().Last();
        if (metadata.LaunchSettings is { } given)
        {
            return given;
        }

        var path = Path.Combine(Path.GetDirectoryName(metadata.ProjectPath)!, "Properties", "launchSettings.json");
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<LaunchSettings>(File.ReadAllText(path), s_json) : null;
        }
        catch (JsonException e)
        {
            throw new DistributedApplicationException($"Failed to get effective launch profile for project resource '{project.Name}'. There is malformed JSON in the project's launch settings file at '{path}'.", e);
        }
    }
}
