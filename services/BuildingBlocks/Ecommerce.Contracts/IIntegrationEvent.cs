using System.Text.Json.Serialization;

namespace Ecommerce.Contracts;

/// <summary>A fact that a service tells the others. Its wire name is in <see cref="IntegrationEventAttribute"/>.</summary>
public interface IIntegrationEvent
{
    /// <summary>The aggregate that it is about; events of one subject arrive in the order in which they happened.</summary>
    [JsonIgnore]
    string Subject { get; }
}
