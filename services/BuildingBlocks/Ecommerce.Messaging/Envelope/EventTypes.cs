using System.Collections.Frozen;
using System.Reflection;
using Ecommerce.Contracts;

namespace Ecommerce.Messaging.Envelope;

/// <summary>Which contract record stands behind which wire name.</summary>
public static class EventTypes
{
    private static readonly FrozenDictionary<Type, string> Names = typeof(IIntegrationEvent).Assembly.GetTypes()
        .Select(type => (type, attribute: type.GetCustomAttribute<IntegrationEventAttribute>()))
        .Where(pair => pair.attribute is not null)
        .ToFrozenDictionary(pair => pair.type, pair => pair.attribute!.Name);

    /// <summary>Every contract with its wire name.</summary>
    public static IReadOnlyDictionary<Type, string> All => Names;

    /// <summary>The wire name of a contract.</summary>
    /// <exception cref="ArgumentException">The type has no <see cref="IntegrationEventAttribute"/>.</exception>
    public static string NameOf(Type type) =>
        Names.TryGetValue(type, out var name) ? name : NameByAttribute(type);

    private static string NameByAttribute(Type type) =>
        type.GetCustomAttribute<IntegrationEventAttribute>()?.Name
        ?? throw new ArgumentException($"{type} is no integration event: it has no [IntegrationEvent].", nameof(type));
}
