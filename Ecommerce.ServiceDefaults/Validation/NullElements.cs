using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace Ecommerce.ServiceDefaults.Validation;

/// <summary>
/// Finds nulls in the lists and dictionaries of a request whose element type is not nullable (<c>IReadOnlyList&lt;LineRequest&gt;</c>). The
/// serializer refuses a null for a member that is not nullable, but does not check the elements of a list.
/// </summary>
internal static class NullElements
{
    private static readonly ConcurrentDictionary<Type, Member[]> Members = [];

    private enum Shape
    {
        Record,
        List,
        Dictionary,
    }

    /// <summary>Whether a type is a wire record that contains lists or dictionaries at any depth.</summary>
    public static bool MayBeIn(Type type) => IsOurs(type) && MayBeIn(type, []);

    /// <summary>The path of the first null, in the names of the JSON body (<c>lines[0]</c>); null if there is none.</summary>
    public static string? PathIn(object record)
    {
        foreach (var member in MembersOf(record.GetType()))
        {
            if (member.Property.GetValue(record) is { } value && PathIn(value, member) is { } path)
            {
                return path;
            }
        }

        return null;
    }

    private static string? PathIn(object value, Member member)
    {
        if (member.Shape == Shape.Record)
        {
            return PathIn(value) is { } inner ? $"{member.Name}.{inner}" : null;
        }

        var index = 0;
        foreach (var element in (IEnumerable)value)
        {
            var (key, item) = member.Shape == Shape.Dictionary ? Entry(element) : (index.ToString(System.Globalization.CultureInfo.InvariantCulture), element);
            var place = member.Shape == Shape.Dictionary ? $"{member.Name}.{key}" : $"{member.Name}[{key}]";
            if (item is null)
            {
                if (!member.AllowsNull)
                {
                    return place;
                }
            }
            else if (IsOurs(item.GetType()) && PathIn(item) is { } inner)
            {
                return $"{place}.{inner}";
            }

            index++;
        }

        return null;
    }

    private static (string Key, object? Value) Entry(object? pair)
    {
        var type = pair!.GetType();
        return (type.GetProperty("Key")!.GetValue(pair)!.ToString()!, type.GetProperty("Value")!.GetValue(pair));
    }

    private static bool MayBeIn(Type type, HashSet<Type> seen) =>
        seen.Add(type) && MembersOf(type).Any(member => member.Shape != Shape.Record || MayBeIn(member.Property.PropertyType, seen));

    private static Member[] MembersOf(Type type) => Members.GetOrAdd(type, static type => IsOurs(type)
        ? [.. type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.GetIndexParameters().Length == 0).Select(MemberOf).OfType<Member>()]
        : []);

    private static Member? MemberOf(PropertyInfo property)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        if (IsOurs(property.PropertyType))
        {
            return new Member(property, name, Shape.Record, AllowsNull: true);
        }

        if (!(property.PropertyType.IsGenericType || property.PropertyType.IsArray) || !typeof(IEnumerable).IsAssignableFrom(property.PropertyType))
        {
            return null;
        }

        var nullability = new NullabilityInfoContext().Create(property);
        var arguments = nullability.ElementType is { } element ? [element] : nullability.GenericTypeArguments;
        return arguments.Length is 1 or 2 && !arguments[^1].Type.IsValueType
            ? new Member(property, name, arguments.Length == 1 ? Shape.List : Shape.Dictionary, arguments[^1].ReadState == NullabilityState.Nullable)
            : null;
    }

    // Only wire records: an endpoint's other parameters (handlers, contexts) come from the container.
    private static bool IsOurs(Type type) =>
        type is { IsClass: true, Namespace: { } name } && name.StartsWith("Ecommerce.", StringComparison.Ordinal)
        && (name.Contains(".Api", StringComparison.Ordinal) || name.StartsWith("Ecommerce.Contracts", StringComparison.Ordinal))
        && !typeof(IEnumerable).IsAssignableFrom(type);

    private sealed record Member(PropertyInfo Property, string Name, Shape Shape, bool AllowsNull);
}
