using System.Text.Json;

namespace Aspire.Hosting.Publishing;

/// <summary>Where a manifest is written to. The stand-in writes no manifests; the type is there for the signatures that name it.</summary>
public sealed class ManifestPublishingContext(DistributedApplicationExecutionContext executionContext, string manifestPath, Utf8JsonWriter writer, CancellationToken cancellationToken = default)
{
    /// <summary>Publish.</summary>
    public DistributedApplicationExecutionContext ExecutionContext { get; } = executionContext;

    /// <summary>The file.</summary>
    public string ManifestPath { get; } = manifestPath;

    /// <summary>The writer.</summary>
    public Utf8JsonWriter Writer { get; } = writer;

    /// <summary>Cancelled when publishing is.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;
}
