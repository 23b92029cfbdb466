using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Orchestration;

/// <summary>A resource that runs as processes: a project or an executable.</summary>
internal sealed class Runnable
{
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(15);

    private readonly Orchestrator _owner;
    private readonly Dictionary<EndpointAnnotation, int[]> _targets = [];
    private readonly List<TcpProxy> _proxies = [];
    private readonly Replica[] _replicas;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private CancellationTokenSource _waiting = new();

    internal Runnable(Orchestrator owner, IResource resource)
    {
        (_owner, Resource) = (owner, resource);
        _replicas = [.. Enumerable.Range(0, resource.GetReplicaCount()).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz", 8)).Select(s => new Replica($"{resource.Name}-{s}", s))];
        resource.Annotations.Add(new InstancesAnnotation([.. _replicas.Select(r => r.Id)]));
        AddCommands();
    }

    internal IResource Resource { get; }

    internal bool IsExplicit => Resource.HasAnnotationOfType<ExplicitStartupAnnotation>();

    /// <summary>Decides on the ports. A single process listens on the endpoint's own port; replicas get ports of their own behind a proxy.</summary>
    internal void AllocateEndpoints(bool randomize)
    {
        foreach (var endpoint in Resource.Annotations.OfType<EndpointAnnotation>())
        {
            var fixedPort = endpoint.Port ?? (endpoint.IsProxied ? null : endpoint.TargetPort);
            var port = fixedPort is { } wanted && !(randomize && endpoint.IsProxied) ? wanted : _replicas.Length == 1 && endpoint.TargetPort is { } target && !randomize ? target : Ports.Free();
            var proxied = endpoint.IsProxied && (_replicas.Length > 1 || (endpoint.TargetPort is { } own && own != port));
            _targets[endpoint] = proxied
                ? [.. _replicas.Select(_ => _replicas.Length == 1 && endpoint.TargetPort is { } own ? own : Ports.Free())]
                : [.. _replicas.Select(_ => port)];
            endpoint.AllocatedEndpoint = new AllocatedEndpoint(endpoint, endpoint.TargetHost is "0.0.0.0" or "::" ? KnownHostNames.Localhost : endpoint.TargetHost, port, EndpointBindingMode.SingleAddress,
                _replicas.Length > 1 ? Marker(endpoint) : _targets[endpoint][0].ToString(CultureInfo.InvariantCulture));
            if (proxied)
            {
                _proxies.Add(TcpProxy.Start(port, _targets[endpoint]));
            }
        }
    }

    /// <summary>Starts all replicas, once what the resource waits for is there. A failure is told, not thrown.</summary>
    internal async Task StartAsync(bool wait, CancellationToken cancellationToken)
    {
        if (_replicas.All(r => r.IsRunning))
        {
            return;
        }

        var logger = _owner.Loggers.GetLogger(Resource);
        try
        {
            await _owner.Notifications.PublishUpdateAsync(Resource, s => s with { State = KnownResourceStates.Starting, ExitCode = null, StopTimeStamp = null }).ConfigureAwait(false);
            if (wait)
            {
                using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _waiting.Token);
                try
                {
                    await _owner.Notifications.WaitForDependenciesAsync(Resource, either.Token).ConfigureAwait(false);
                }
                catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
                {
                    // Someone stopped it or started it by hand while it waited; both went on from here.
                    return;
                }
            }

            await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                if (_replicas.All(r => r.IsRunning))
                {
                    return;
                }

                await _owner.Eventing.PublishAsync(new BeforeResourceStartedEvent(Resource, _owner.Services), cancellationToken).ConfigureAwait(false);
                await _owner.Notifications.PublishUpdateAsync(Resource, s => s with { State = KnownResourceStates.Starting }).ConfigureAwait(false);
                var plan = await LaunchPlan.MakeAsync(Resource, _owner.AppHostAssembly, _owner.ExecutionContext, logger, cancellationToken).ConfigureAwait(false);
                RefuseTakenPorts();
                for (var i = 0; i < _replicas.Length; i++)
                {
                    if (!_replicas[i].IsRunning)
                    {
                        await LaunchAsync(_replicas[i], plan.For(OwnOf(i))).ConfigureAwait(false);
                    }
                }
            }
            finally
            {
                _gate.Release();
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            logger.LogError("Failed to start: {Message}", e.Message);
            _owner.Failed(Resource.Name, $"failed to start: {e.Message}");
            await _owner.Notifications.PublishUpdateAsync(Resource, s => s with
            {
                State = new ResourceStateSnapshot(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error), StopTimeStamp = DateTime.UtcNow,
            }).ConfigureAwait(false);
        }
    }

    /// <summary>Stops all replicas at once.</summary>
    internal async Task StopAsync()
    {
        var waited = Interlocked.Exchange(ref _waiting, new CancellationTokenSource());
        await waited.CancelAsync().ConfigureAwait(false);
        await _gate.WaitAsync().ConfigureAwait(false);
        try
        {
            await Task.WhenAll(_replicas.Select(StopAsync)).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    internal async Task DisposeProxiesAsync()
    {
        foreach (var proxy in _proxies)
        {
            await proxy.DisposeAsync().ConfigureAwait(false);
        }
    }

    private Dictionary<string, string> OwnOf(int replica)
    {
        var own = _targets.ToDictionary(t => Marker(t.Key), t => t.Value[replica].ToString(CultureInfo.InvariantCulture));
        own["{{instance}}"] = _replicas[replica].Suffix;
        return own;
    }

    private string Marker(EndpointAnnotation endpoint) => $"{{{{port of {Resource.Name}/{endpoint.Name}}}}}";

    private void RefuseTakenPorts()
    {
        foreach (var (endpoint, ports) in _targets.Where(t => t.Key.Protocol == System.Net.Sockets.ProtocolType.Tcp))
        {
            foreach (var port in ports.Distinct().Where(p => !Ports.IsFree(p)))
            {
                throw new DistributedApplicationException($"port {port}, of its endpoint '{endpoint.Name}', is taken by another process of this machine.");
            }
        }
    }

    private async Task LaunchAsync(Replica replica, LaunchPlan plan)
    {
        var process = _owner.Groups.Start(plan.ToStartInfo());
        process.StandardInput.Close();
        replica.Process = process;
        replica.StopRequested = false;
        replica.Gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, e) => Line(e.Data, isError: false);
        process.ErrorDataReceived += (_, e) => Line(e.Data, isError: true);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await _owner.Notifications.PublishUpdateAsync(Resource, replica.Id, s => s with
        {
            State = KnownResourceStates.Running,
            StartTimeStamp = DateTime.UtcNow,
            StopTimeStamp = null,
            ExitCode = null,
            EnvironmentVariables = [.. plan.Environment.Select(e => new EnvironmentVariableSnapshot(e.Key, e.Value, true))],
            Properties = [.. PropertiesOf(process, plan)],
            Urls = [.. s.Urls.Select(u => u with { IsInactive = false })],
        }).ConfigureAwait(false);
        _ = WatchAsync(replica, process);

        void Line(string? text, bool isError)
        {
            if (text is not null)
            {
                _owner.Loggers.Add(replica.Id, text, isError);
            }
        }
    }

    private IEnumerable<ResourcePropertySnapshot> PropertiesOf(Process process, LaunchPlan plan)
    {
        if (Resource.Annotations.OfType<IProjectMetadata>().LastOrDefault() is { } project)
        {
            yield return new("project.path", project.ProjectPath);
            if (LaunchProfiles.Of(Resource) is var (name, _))
            {
                yield return new("project.launchProfile", name);
            }
        }

        yield return new("executable.path", plan.Command);
        yield return new("executable.workDir", plan.WorkingDirectory);
        yield return new("executable.args", plan.Args.ToArray()) { IsSensitive = true };
        yield return new("executable.pid", process.Id);
    }

    private async Task WatchAsync(Replica replica, Process process)
    {
        await process.WaitForExitAsync().ConfigureAwait(false);
        var (code, id) = (process.ExitCode, process.Id);
        _owner.Groups.Forget(id);
        if (!replica.StopRequested && code != 0)
        {
            _owner.Failed(Resource.Name, $"ended with exit code {code}", replica.Id);
        }

        await _owner.Notifications.PublishUpdateAsync(Resource, replica.Id, s => s with
        {
            State = code == 0 ? KnownResourceStates.Finished
                : new ResourceStateSnapshot(KnownResourceStates.Exited, replica.StopRequested ? null : KnownResourceStateStyles.Error),
            ExitCode = code,
            StopTimeStamp = DateTime.UtcNow,
            Urls = [.. s.Urls.Select(u => u with { IsInactive = true })],
        }).ConfigureAwait(false);
        replica.Process = null;
        process.Dispose();
        replica.Gone.TrySetResult();
        if (_owner.Notifications.TryGetCurrentState(replica.Id, out var last))
        {
            await _owner.Eventing.PublishAsync(new ResourceStoppedEvent(Resource, _owner.Services, last)).ConfigureAwait(false);
        }
    }

    private async Task StopAsync(Replica replica)
    {
        if (replica.Process is not { } process)
        {
            var state = _owner.Notifications.TryGetCurrentState(replica.Id, out var current) ? current.Snapshot.State?.Text : null;
            if (state == KnownResourceStates.Waiting || state == KnownResourceStates.Starting)
            {
                await _owner.Notifications.PublishUpdateAsync(Resource, replica.Id, s => s with { State = KnownResourceStates.Exited, StopTimeStamp = DateTime.UtcNow }).ConfigureAwait(false);
            }

            return;
        }

        replica.StopRequested = true;
        await _owner.Notifications.PublishUpdateAsync(Resource, replica.Id, s => s with { State = KnownResourceStates.Stopping }).ConfigureAwait(false);
        try
        {
            await ProcessGroups.StopAsync(process, s_grace).ConfigureAwait(false);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in this moment.
        }

        await replica.Gone.Task.ConfigureAwait(false);
    }

    private void AddCommands()
    {
        Add(KnownResourceCommands.StartCommand, "Start", "Play", highlighted: true,
            state => KnownResourceStates.TerminalStates.Contains(state) || state is "NotStarted" or "Waiting" ? ResourceCommandState.Enabled : state is "Starting" or "Stopping" ? ResourceCommandState.Disabled : ResourceCommandState.Hidden,
            async token =>
            {
                var waited = Interlocked.Exchange(ref _waiting, new CancellationTokenSource());
                await waited.CancelAsync().ConfigureAwait(false);
                await StartAsync(wait: false, token).ConfigureAwait(false);
            });
        Add(KnownResourceCommands.StopCommand, "Stop", "Stop", highlighted: true,
            state => state is "Stopping" ? ResourceCommandState.Disabled : state is "Running" or "Waiting" or "Starting" or "RuntimeUnhealthy" ? ResourceCommandState.Enabled : ResourceCommandState.Hidden,
            _ => StopAsync());
        Add(KnownResourceCommands.RestartCommand, "Restart", "ArrowCounterclockwise", highlighted: false,
            state => state is "Running" ? ResourceCommandState.Enabled : ResourceCommandState.Disabled,
            async token =>
            {
                await StopAsync().ConfigureAwait(false);
                await StartAsync(wait: false, token).ConfigureAwait(false);
            });

        void Add(string name, string display, string icon, bool highlighted, Func<string?, ResourceCommandState> state, Func<CancellationToken, Task> run)
        {
            if (Resource.Annotations.OfType<ResourceCommandAnnotation>().Any(c => c.Name == name))
            {
                return;
            }

            Resource.Annotations.Add(new ResourceCommandAnnotation(name, display, c => state(c.ResourceSnapshot.State?.Text), async context =>
            {
                await run(_owner.Stopping).ConfigureAwait(false);
                return _owner.Notifications.TryGetCurrentState(context.ResourceName, out var now) && now.Snapshot.State?.Text == KnownResourceStates.FailedToStart
                    ? CommandResults.Failure($"'{Resource.Name}' failed to start.")
                    : CommandResults.Success();
            }, null, null, null, icon, IconVariant.Filled, highlighted));
        }
    }

    private sealed class Replica(string id, string suffix)
    {
        internal string Id { get; } = id;

        internal string Suffix { get; } = suffix;

        internal Process? Process { get; set; }

        internal bool StopRequested { get; set; }

        internal TaskCompletionSource Gone { get; set; } = new();

        internal bool IsRunning => Process is not null;
    }
}
