using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource and how it is now.</summary>
public class ResourceEvent(IResource resource, string resourceId, CustomResourceSnapshot snapshot)
{
    /// <summary>The resource.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>The id: the resource's name, or that of one of its processes.</summary>
    public string ResourceId { get; } = resourceId;

    /// <summary>How it is.</summary>
    public CustomResourceSnapshot Snapshot { get; } = snapshot;
}

/// <summary>Settings of <see cref="ResourceNotificationService"/>.</summary>
public sealed class ResourceNotificationServiceOptions
{
    /// <summary>What a waiting resource does where it was not said: with the dashboard it goes on waiting, without it fails too.</summary>
    public WaitBehavior DefaultWaitBehavior { get; set; }
}

/// <summary>Knows how every resource is, and tells those who want to know.</summary>
public class ResourceNotificationService : IDisposable
{
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, ResourceEvent> _current = new(ResourceNames.Comparer);
    private readonly List<Channel<ResourceEvent>> _watchers = [];
    private readonly CancellationTokenSource _disposed = new();
    private readonly ILogger<ResourceNotificationService> _logger;
    private readonly ResourceLoggerService _loggers;
    private readonly IServiceProvider _services;

    /// <summary>Made by the application.</summary>
    public ResourceNotificationService(ILogger<ResourceNotificationService> logger, IHostApplicationLifetime hostApplicationLifetime, IServiceProvider serviceProvider, ResourceLoggerService resourceLoggerService)
    {
        ArgumentNullException.ThrowIfNull(hostApplicationLifetime);
        (_logger, _services, _loggers) = (logger, serviceProvider, resourceLoggerService);
        hostApplicationLifetime.ApplicationStopped.Register(_disposed.Cancel);
    }

    internal WaitBehavior DefaultWaitBehavior => ((IOptions<ResourceNotificationServiceOptions>)_services.GetService(typeof(IOptions<ResourceNotificationServiceOptions>))!).Value.DefaultWaitBehavior;

    /// <summary>Changes how a resource is; with replicas, all of them.</summary>
    public async Task PublishUpdateAsync(IResource resource, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        ArgumentNullException.ThrowIfNull(resource);
        foreach (var id in resource.InstanceIds())
        {
            await PublishUpdateAsync(resource, id, stateFactory).ConfigureAwait(false);
        }
    }

    /// <summary>Changes how a resource is, under an id.</summary>
    public Task PublishUpdateAsync(IResource resource, string resourceId, Func<CustomResourceSnapshot, CustomResourceSnapshot> stateFactory)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(resourceId);
        ArgumentNullException.ThrowIfNull(stateFactory);
        lock (_lock)
        {
            var before = _current.TryGetValue(resourceId, out var known) ? known.Snapshot : InitialSnapshot(resource);
            var after = stateFactory(before);
            after = after with { Commands = CommandsOf(resource, after) };
            var update = new ResourceEvent(resource, resourceId, after);
            _current[resourceId] = update;
            if (before.State?.Text != after.State?.Text)
            {
                _logger.LogDebug("Resource {Resource} changed state: {Before} -> {After}", resourceId, before.State?.Text, after.State?.Text);
            }

            foreach (var watcher in _watchers)
            {
                watcher.Writer.TryWrite(update);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>How a resource is now, by its id (or its name, where it has one process).</summary>
    public bool TryGetCurrentState(string resourceId, [NotNullWhen(true)] out ResourceEvent? resourceEvent)
    {
        if (_current.TryGetValue(resourceId, out resourceEvent))
        {
            return true;
        }

        var byName = _current.Values.Where(e => ResourceNames.Comparer.Equals(e.Resource.Name, resourceId)).Take(2).ToArray();
        resourceEvent = byName.Length == 1 ? byName[0] : null;
        return resourceEvent is not null;
    }

    /// <summary>How all resources are, then every change.</summary>
    public async IAsyncEnumerable<ResourceEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposed.Token);
        var channel = Channel.CreateUnbounded<ResourceEvent>();
        lock (_lock)
        {
            foreach (var known in _current.Values)
            {
                channel.Writer.TryWrite(known);
            }

            _watchers.Add(channel);
        }

        try
        {
            await foreach (var update in channel.Reader.ReadAllAsync(linked.Token).ConfigureAwait(false))
            {
                yield return update;
            }
        }
        finally
        {
            lock (_lock)
            {
                _watchers.Remove(channel);
            }
        }
    }

    /// <summary>Waits for a state; Running where none is given.</summary>
    public Task WaitForResourceAsync(string resourceName, string? targetState = null, CancellationToken cancellationToken = default)
        => WaitForResourceAsync(resourceName, targetState is null ? [KnownResourceStates.Running] : [targetState], cancellationToken);

    /// <summary>Waits for one of several states, and says which came.</summary>
    public async Task<string> WaitForResourceAsync(string resourceName, IEnumerable<string> targetStates, CancellationToken cancellationToken = default)
    {
        var states = targetStates.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var reached = await WaitForResourceAsync(resourceName, e => e.Snapshot.State is { } state && states.Contains(state.Text), cancellationToken).ConfigureAwait(false);
        return reached.Snapshot.State!.Text;
    }

    /// <summary>Waits until a resource is as wanted.</summary>
    public async Task<ResourceEvent> WaitForResourceAsync(string resourceName, Func<ResourceEvent, bool> predicate, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resourceName);
        ArgumentNullException.ThrowIfNull(predicate);
        await foreach (var update in WatchAsync(cancellationToken).ConfigureAwait(false))
        {
            if (ResourceNames.Comparer.Equals(update.Resource.Name, resourceName) && predicate(update))
            {
                return update;
            }
        }

        throw new OperationCanceledException($"The operation was cancelled before the resource met the predicate condition for resource '{resourceName}'.");
    }

    /// <summary>Waits until a resource runs, is healthy and ready.</summary>
    public Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, CancellationToken cancellationToken = default)
        => WaitForResourceHealthyAsync(resourceName, DefaultWaitBehavior, cancellationToken);

    /// <summary>Waits until a resource runs, is healthy and ready.</summary>
    public async Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, WaitBehavior waitBehavior, CancellationToken cancellationToken = default)
    {
        var ready = await WaitForResourceAsync(resourceName,
            e => Failed(e.Snapshot, waitBehavior) || (e.Snapshot.HealthStatus == HealthStatus.Healthy && e.Snapshot.Ready is not null),
            cancellationToken).ConfigureAwait(false);
        if (Failed(ready.Snapshot, waitBehavior))
        {
            throw new DistributedApplicationException($"Stopped waiting for resource '{resourceName}' to become healthy because it {HowItFailed(ready)}.{Tail(ready)}");
        }

        await ready.Snapshot.Ready!.WaitAsync(cancellationToken).ConfigureAwait(false);
        return ready;
    }

    /// <summary>Waits for all that a resource waits for.</summary>
    public async Task WaitForDependenciesAsync(IResource resource, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var waits = resource.Annotations.OfType<WaitAnnotation>().Where(w => w.Resource is not (IResourceWithoutLifetime or ParameterResource)).ToArray();
        if (waits.Length == 0)
        {
            return;
        }

        await PublishUpdateAsync(resource, s => s with { State = KnownResourceStates.Waiting }).ConfigureAwait(false);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pending = waits.Select(w => WaitForAsync(resource, w, stop.Token)).ToList();
        while (pending.Count > 0)
        {
            var done = await Task.WhenAny(pending).ConfigureAwait(false);
            pending.Remove(done);
            if (!done.IsCompletedSuccessfully)
            {
                await stop.CancelAsync().ConfigureAwait(false);
                await done.ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _disposed.Cancel();
        GC.SuppressFinalize(this);
    }

    internal IReadOnlyCollection<ResourceEvent> All => [.. _current.Values];

    private async Task WaitForAsync(IResource waiting, WaitAnnotation wait, CancellationToken cancellationToken)
    {
        var logger = _loggers.GetLogger(waiting);
        var name = wait.Resource.Name;
        var behavior = wait.WaitBehavior ?? DefaultWaitBehavior;
        foreach (var id in wait.Resource.InstanceIds())
        {
            ResourceEvent reached;
            switch (wait.WaitType)
            {
                case WaitType.WaitForCompletion:
                    logger.LogInformation("Waiting for resource '{Name}' to complete.", name);
                    reached = await ForAsync(id, s => KnownResourceStates.TerminalStates.Contains(s.State?.Text)).ConfigureAwait(false);
                    if (reached.Snapshot.State?.Text == KnownResourceStates.FailedToStart || (reached.Snapshot.ExitCode is { } code && code != wait.ExitCode))
                    {
                        throw new DistributedApplicationException($"Resource '{name}' has entered the '{reached.Snapshot.State!.Text}' state with exit code '{reached.Snapshot.ExitCode}', expected '{wait.ExitCode}'.{Tail(reached)}");
                    }

                    break;
                case WaitType.WaitUntilStarted or WaitType.WaitUntilHealthy:
                    logger.LogInformation("Waiting for resource '{Name}' to enter the '{State}' state.", name, KnownResourceStates.Running);
                    reached = await ForAsync(id, s => s.State?.Text == KnownResourceStates.Running || Failed(s, behavior)).ConfigureAwait(false);
                    if (wait.WaitType == WaitType.WaitUntilHealthy && !Failed(reached.Snapshot, behavior))
                    {
                        if (reached.Snapshot.HealthStatus != HealthStatus.Healthy)
                        {
                            logger.LogInformation("Waiting for resource '{Name}' to become healthy.", name);
                        }

                        reached = await ForAsync(id, s => Failed(s, behavior) || (s.HealthStatus == HealthStatus.Healthy && s.Ready is not null)).ConfigureAwait(false);
                    }

                    if (Failed(reached.Snapshot, behavior))
                    {
                        throw new DistributedApplicationException($"Dependency resource '{name}' {HowItFailed(reached)}.{Tail(reached)}");
                    }

                    if (wait.WaitType == WaitType.WaitUntilHealthy)
                    {
                        await reached.Snapshot.Ready!.WaitAsync(cancellationToken).ConfigureAwait(false);
                    }

                    break;
                default:
                    throw new InvalidOperationException($"Unexpected wait type {wait.WaitType}.");
            }

            logger.LogInformation("Finished waiting for resource '{Name}'.", name);
        }

        Task<ResourceEvent> ForAsync(string id, Func<CustomResourceSnapshot, bool> until)
            => WaitForResourceAsync(name, e => ResourceNames.Comparer.Equals(e.ResourceId, id) && until(e.Snapshot), cancellationToken);
    }

    private static bool Failed(CustomResourceSnapshot snapshot, WaitBehavior behavior)
        => behavior == WaitBehavior.StopOnResourceUnavailable
            && (KnownResourceStates.TerminalStates.Contains(snapshot.State?.Text) || snapshot.State?.Text == KnownResourceStates.RuntimeUnhealthy);

    private static string HowItFailed(ResourceEvent e) => e.Snapshot.State?.Text == KnownResourceStates.FailedToStart
        ? "failed to start"
        : $"entered the '{e.Snapshot.State?.Text}' state{(e.Snapshot.ExitCode is { } code ? $" with exit code {code}" : "")}";

    private string Tail(ResourceEvent e)
    {
        var lines = _loggers.LastLines(e.ResourceId, 20);
        return lines.Count == 0 ? "" : $" The last lines of its log:{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", lines)}";
    }

    private static CustomResourceSnapshot InitialSnapshot(IResource resource)
    {
        var snapshot = resource.Annotations.OfType<ResourceSnapshotAnnotation>().LastOrDefault()?.InitialSnapshot ?? new CustomResourceSnapshot
        {
            ResourceType = resource switch
            {
                ProjectResource => "Project",
                ContainerResource => "Container",
                ExecutableResource => "Executable",
                ParameterResource => "Parameter",
                _ => resource.GetType().Name.Replace("Resource", "", StringComparison.Ordinal),
            },
            Properties = [],
        };
        var relationships = resource.Annotations.OfType<ResourceRelationshipAnnotation>().Select(r => new RelationshipSnapshot(r.Resource.Name, r.Type));
        if (resource is IResourceWithParent child)
        {
            relationships = relationships.Append(new RelationshipSnapshot(child.Parent.Name, "Parent"));
        }

        var icon = resource.Annotations.OfType<ResourceIconAnnotation>().LastOrDefault();
        return snapshot with
        {
            CreationTimeStamp = snapshot.CreationTimeStamp ?? DateTime.UtcNow,
            Relationships = [.. snapshot.Relationships.Concat(relationships).Distinct()],
            IsHidden = snapshot.IsHidden || resource.Annotations.OfType<HiddenAnnotation>().Any(),
            IconName = icon?.IconName ?? snapshot.IconName,
            IconVariant = icon?.IconVariant ?? snapshot.IconVariant,
        };
    }

    private System.Collections.Immutable.ImmutableArray<ResourceCommandSnapshot> CommandsOf(IResource resource, CustomResourceSnapshot snapshot)
        => [.. resource.Annotations.OfType<ResourceCommandAnnotation>().Select(c => new ResourceCommandSnapshot(
            c.Name, c.UpdateState(new UpdateCommandStateContext { ResourceSnapshot = snapshot, Services = _services }),
            c.DisplayName, c.DisplayDescription, null, c.ConfirmationMessage, c.IconName, c.IconVariant, c.IsHighlighted))];
}
