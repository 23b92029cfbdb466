using System.Text.Json.Serialization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Knows where a project is. The SDK makes one class for each project that the AppHost refers to.</summary>
public interface IProjectMetadata : IResourceAnnotation
{
    /// <summary>The project file.</summary>
    string ProjectPath { get; }

    /// <summary>Launch settings in place of the project's own.</summary>
    LaunchSettings? LaunchSettings => null;

    /// <summary>Whether the project is built already.</summary>
    bool SuppressBuild => false;

    /// <summary>Whether the project is a single source file.</summary>
    bool IsFileBasedApp => false;
}

/// <summary>The content of Properties/launchSettings.json.</summary>
public sealed class LaunchSettings
{
    /// <summary>The profiles, in the file's order.</summary>
    [JsonPropertyName("profiles")]
    public Dictionary<string, LaunchProfile> Profiles { get; set; } = [];
}

/// <summary>A launch profile.</summary>
public sealed class LaunchProfile
{
    /// <summary>Project, for those that count.</summary>
    [JsonPropertyName("commandName")]
    public string? CommandName { get; set; }

    /// <summary>Arguments for the program.</summary>
    [JsonPropertyName("commandLineArgs")]
    public string? CommandLineArgs { get; set; }

    /// <summary>Addresses, separated by semicolons.</summary>
    [JsonPropertyName("applicationUrl")]
    public string? ApplicationUrl { get; set; }

    /// <summary>The page to show first.</summary>
    [JsonPropertyName("launchUrl")]
    public string? LaunchUrl { get; set; }

    /// <summary>Whether to open a browser.</summary>
    [JsonPropertyName("launchBrowser")]
    public bool? LaunchBrowser { get; set; }

    /// <summary>Variables for the process.</summary>
    [JsonPropertyName("environmentVariables")]
    public Dictionary<string, string> EnvironmentVariables { get; set; } = [];
}

/// <summary>How a project is added.</summary>
public class ProjectResourceOptions
{
    /// <summary>The launch profile.</summary>
    public string? LaunchProfileName { get; set; }

    /// <summary>Whether to go without one.</summary>
    public bool ExcludeLaunchProfile { get; set; }

    /// <summary>Whether to leave out the endpoints of the Kestrel configuration. The stand-in reads none.</summary>
    public bool ExcludeKestrelEndpoints { get; set; }
}

/// <summary>A project that is known by its path.</summary>
internal sealed class ProjectMetadata(string path) : IProjectMetadata
{
    public string ProjectPath { get; } = path;
}
