using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>A connection string that is put together from others.</summary>
public sealed class ConnectionStringResource(string name, ReferenceExpression connectionStringExpression) : Resource(name), IResourceWithConnectionString, IResourceWithWaitSupport
{
    /// <inheritdoc />
    public ReferenceExpression ConnectionStringExpression { get; } = connectionStringExpression;
}

/// <summary>Adds connection strings that are put together from others.</summary>
public static class ConnectionStringBuilderExtensions
{
    /// <summary>A connection string by an expression.</summary>
    public static IResourceBuilder<ConnectionStringResource> AddConnectionString(this IDistributedApplicationBuilder builder, [ResourceName] string name, ReferenceExpression connectionStringExpression)
    {
        var resource = builder.AddResource(new ConnectionStringResource(name, connectionStringExpression));
        return resource.OnInitializeResource(async (r, e, token) =>
        {
            await r.ConnectionStringExpression.GetValueAsync(token).ConfigureAwait(false);
            await e.Eventing.PublishAsync(new BeforeResourceStartedEvent(r, e.Services), token).ConfigureAwait(false);
            await e.Eventing.PublishAsync(new ConnectionStringAvailableEvent(r, e.Services), token).ConfigureAwait(false);
            await e.Notifications.PublishUpdateAsync(r, s => s with { State = KnownResourceStates.Running }).ConfigureAwait(false);
        });
    }

    /// <summary>A connection string by a builder.</summary>
    public static IResourceBuilder<ConnectionStringResource> AddConnectionString(this IDistributedApplicationBuilder builder, [ResourceName] string name, Action<ReferenceExpressionBuilder> connectionStringBuilder)
    {
        ArgumentNullException.ThrowIfNull(connectionStringBuilder);
        var expression = new ReferenceExpressionBuilder();
        connectionStringBuilder(expression);
        return builder.AddConnectionString(name, expression.Build());
    }
}

/// <summary>Parts of connections.</summary>
public static class ConnectionPropertiesExtensions
{
    /// <summary>A resource's parts and some more; the later one of a name wins, in the place of the first.</summary>
    public static IEnumerable<KeyValuePair<string, ReferenceExpression>> CombineProperties(this IResourceWithConnectionString source, IEnumerable<KeyValuePair<string, ReferenceExpression>> additional)
    {
        ArgumentNullException.ThrowIfNull(source);
        var all = new OrderedDictionary<string, ReferenceExpression>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in source.GetConnectionProperties().Concat(additional))
        {
            all[name] = value;
        }

        return all;
    }
}
