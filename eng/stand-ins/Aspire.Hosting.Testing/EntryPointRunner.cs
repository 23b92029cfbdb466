using System.Reflection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>
/// Runs an AppHost's entry point in this process, stops it where the builder is about to build until the test has had its say,
/// and again where the application is built, so that the test and not the entry point starts and stops it.
/// </summary>
internal sealed class EntryPointRunner(Assembly assembly, string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configure)
{
    private readonly TaskCompletionSource<DistributedApplicationBuilder> _builder = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<DistributedApplication> _application = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _mayBuild = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Runs it up to its call of Build.</summary>
    internal Task<DistributedApplicationBuilder> RunToBuilderAsync(CancellationToken cancellationToken)
    {
        var entryPoint = assembly.EntryPoint ?? throw new InvalidOperationException($"The assembly '{assembly.GetName().Name}' has no entry point. Is it the AppHost's?");
        var thread = new Thread(() => Run(entryPoint)) { IsBackground = true, Name = "AppHost entry point" };
        thread.Start();
        return _builder.Task.WaitAsync(TimeSpan.FromMinutes(2), cancellationToken);
    }

    /// <summary>Lets it build.</summary>
    internal Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken)
    {
        _mayBuild.TrySetResult();
        return _application.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Lets an entry point go that never built.</summary>
    internal void Abandon() => _mayBuild.TrySetException(new OperationCanceledException("The test has ended before it built the application."));

    private void Run(MethodInfo entryPoint)
    {
        BuilderHooks.Current = new BuilderHooks.Hooks(assembly, configure, _ => { },
            builder =>
            {
                _builder.TrySetResult(builder);
                _mayBuild.Task.GetAwaiter().GetResult();
            },
            application =>
            {
                _application.TrySetResult(application);
                // What follows Build in the entry point is for running it as a program.
                throw new EntryPointStopped();
            });
        try
        {
            var parameters = entryPoint.GetParameters().Length == 0 ? [] : new object[] { args };
            var result = entryPoint.Invoke(null, BindingFlags.DoNotWrapExceptions, null, parameters, null);
            if (result is Task task)
            {
                task.GetAwaiter().GetResult();
            }

            Failed(new InvalidOperationException("The entry point ended without building a DistributedApplication."));
        }
        catch (EntryPointStopped)
        {
            // The application is the test's now.
        }
        catch (Exception e)
        {
            Failed(e);
        }
    }

    private void Failed(Exception e)
    {
        _builder.TrySetException(e);
        _application.TrySetException(e);
    }

    private sealed class EntryPointStopped : Exception;
}
