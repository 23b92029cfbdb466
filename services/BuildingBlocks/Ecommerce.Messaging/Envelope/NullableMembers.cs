using System.Text.Json.Serialization.Metadata;

namespace Ecommerce.Messaging.Envelope;

/// <summary>A member that may be null may be left out; every other member of a record without a default has to be there.</summary>
public static class NullableMembers
{
    /// <summary>For <see cref="JsonTypeInfoResolver.WithAddedModifier"/>.</summary>
    public static void AreOptional(JsonTypeInfo typeInfo)
    {
        foreach (var property in typeInfo.Properties)
        {
            if (property.IsRequired && property.AssociatedParameter is { IsNullable: true })
            {
                property.IsRequired = false;
            }
        }
    }
}
