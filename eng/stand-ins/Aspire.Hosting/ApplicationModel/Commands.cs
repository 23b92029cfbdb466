using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Filled or not.</summary>
public enum IconVariant
{
    /// <summary>Not filled.</summary>
    Regular,

    /// <summary>Filled.</summary>
    Filled,
}

/// <summary>Whether a command can be used now.</summary>
public enum ResourceCommandState
{
    /// <summary>Yes.</summary>
    Enabled,

    /// <summary>No, and it shows.</summary>
    Disabled,

    /// <summary>No, and it does not show.</summary>
    Hidden,
}

/// <summary>Names of the commands that every process has.</summary>
public static class KnownResourceCommands
{
    /// <summary>Starts it.</summary>
    public static readonly string StartCommand = "start";

    /// <summary>Stops it.</summary>
    public static readonly string StopCommand = "stop";

    /// <summary>Stops and starts it.</summary>
    public static readonly string RestartCommand = "restart";
}

/// <summary>What decides whether a command can be used.</summary>
public sealed class UpdateCommandStateContext
{
    /// <summary>How the resource is.</summary>
    public required CustomResourceSnapshot ResourceSnapshot { get; init; }

    /// <summary>The application's services.</summary>
    public required IServiceProvider Services { get; init; }
}

/// <summary>What a command gets.</summary>
public sealed class ExecuteCommandContext
{
    /// <summary>The application's services.</summary>
    public required IServiceProvider Services { get; init; }

    /// <summary>The id of the resource.</summary>
    public required string ResourceName { get; init; }

    /// <summary>Cancelled when no one waits any more.</summary>
    public required CancellationToken CancellationToken { get; init; }

    /// <summary>The resource's log.</summary>
    public required ILogger Logger { get; init; }
}

/// <summary>What came of a command.</summary>
public sealed class ExecuteCommandResult
{
    /// <summary>Whether it worked.</summary>
    public required bool Success { get; init; }

    /// <summary>Whether it was cancelled.</summary>
    public bool Canceled { get; init; }

    /// <summary>What to say.</summary>
    public string? Message { get; init; }

    /// <summary>What went wrong.</summary>
    [Obsolete("Use Message instead.")]
    public string? ErrorMessage
    {
        get => Message;
        init => Message = value;
    }
}

/// <summary>Makes results of commands.</summary>
public static class CommandResults
{
    /// <summary>It worked.</summary>
    public static ExecuteCommandResult Success() => new() { Success = true };

    /// <summary>It worked, and there is something to say.</summary>
    public static ExecuteCommandResult Success(string message) => new() { Success = true, Message = message };

    /// <summary>It failed.</summary>
    public static ExecuteCommandResult Failure(string? errorMessage = null) => new() { Success = false, Message = errorMessage };

    /// <summary>It failed with an exception.</summary>
    public static ExecuteCommandResult Failure(Exception exception) => Failure(exception.Message);

    /// <summary>It was cancelled.</summary>
    public static ExecuteCommandResult Canceled() => new() { Success = false, Canceled = true };
}

/// <summary>How a command shows.</summary>
public class CommandOptions
{
    internal static CommandOptions Default { get; } = new();

    /// <summary>What it does, in a sentence.</summary>
    public string? Description { get; set; }

    /// <summary>A question before it is done.</summary>
    public string? ConfirmationMessage { get; set; }

    /// <summary>The icon.</summary>
    public string? IconName { get; set; }

    /// <summary>Filled or not.</summary>
    public IconVariant? IconVariant { get; set; }

    /// <summary>Whether it has a button of its own.</summary>
    public bool IsHighlighted { get; set; }

    /// <summary>Whether it can be used now.</summary>
    public Func<UpdateCommandStateContext, ResourceCommandState>? UpdateState { get; set; }
}

/// <summary>A command of a resource.</summary>
public sealed class ResourceCommandAnnotation : IResourceAnnotation
{
    /// <summary>A command.</summary>
    public ResourceCommandAnnotation(string name, string displayName, Func<UpdateCommandStateContext, ResourceCommandState> updateState,
        Func<ExecuteCommandContext, Task<ExecuteCommandResult>> executeCommand, string? displayDescription, object? parameter,
        string? confirmationMessage, string? iconName, IconVariant? iconVariant, bool isHighlighted)
    {
        _ = parameter;
        (Name, DisplayName, UpdateState, ExecuteCommand) = (name, displayName, updateState, executeCommand);
        (DisplayDescription, ConfirmationMessage, IconName, IconVariant, IsHighlighted) = (displayDescription, confirmationMessage, iconName, iconVariant, isHighlighted);
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>What it is called.</summary>
    public string DisplayName { get; }

    /// <summary>Whether it can be used now.</summary>
    public Func<UpdateCommandStateContext, ResourceCommandState> UpdateState { get; }

    /// <summary>What it does.</summary>
    public Func<ExecuteCommandContext, Task<ExecuteCommandResult>> ExecuteCommand { get; }

    /// <summary>What it does, in a sentence.</summary>
    public string? DisplayDescription { get; }

    /// <summary>A question before it is done.</summary>
    public string? ConfirmationMessage { get; }

    /// <summary>The icon.</summary>
    public string? IconName { get; }

    /// <summary>Filled or not.</summary>
    public IconVariant? IconVariant { get; }

    /// <summary>Whether it has a button of its own.</summary>
    public bool IsHighlighted { get; }
}

/// <summary>Runs commands of resources.</summary>
public class ResourceCommandService
{
    private readonly IServiceProvider _services;
    private readonly ResourceNotificationService _notifications;
    private readonly ResourceLoggerService _loggers;

    internal ResourceCommandService(IServiceProvider services, ResourceNotificationService notifications, ResourceLoggerService loggers)
        => (_services, _notifications, _loggers) = (services, notifications, loggers);

    /// <summary>Runs a command of a resource, given by id or by name.</summary>
    public async Task<ExecuteCommandResult> ExecuteCommandAsync(string resourceId, string commandName, CancellationToken cancellationToken = default)
    {
        if (_notifications.TryGetCurrentState(resourceId, out var current))
        {
            return await ExecuteAsync(current.Resource, resourceId, commandName, cancellationToken).ConfigureAwait(false);
        }

        return _services.GetRequiredService<DistributedApplicationModel>().Resources.TryGetByName(resourceId, out var resource)
            ? await ExecuteCommandAsync(resource, commandName, cancellationToken).ConfigureAwait(false)
            : CommandResults.Failure($"Resource '{resourceId}' not found.");
    }

    /// <summary>Runs a command of a resource, for each of its replicas.</summary>
    public async Task<ExecuteCommandResult> ExecuteCommandAsync(IResource resource, string commandName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var results = await Task.WhenAll(resource.InstanceIds().Select(id => ExecuteAsync(resource, id, commandName, cancellationToken))).ConfigureAwait(false);
        return results.FirstOrDefault(r => !r.Success) ?? results[0];
    }

    private async Task<ExecuteCommandResult> ExecuteAsync(IResource resource, string id, string commandName, CancellationToken cancellationToken)
    {
        var logger = _loggers.GetLogger(id);
        if (resource.Annotations.OfType<ResourceCommandAnnotation>().LastOrDefault(c => c.Name == commandName) is not { } command)
        {
            return CommandResults.Failure($"Command '{commandName}' not available for resource '{id}'.");
        }

        try
        {
            return await command.ExecuteCommand(new ExecuteCommandContext
            {
                Services = _services, ResourceName = id, CancellationToken = cancellationToken, Logger = logger,
            }).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return CommandResults.Canceled();
        }
        catch (Exception e)
        {
            logger.LogError(e, "Error executing command '{CommandName}'.", commandName);
            return CommandResults.Failure(e);
        }
    }
}
