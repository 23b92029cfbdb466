using System.Text.Json;

namespace Ecommerce.ProviderSandbox.Shippo;

/// <summary>A snapshot of an API object.</summary>
internal interface IShippoObject
{
    string Id { get; }

    void Write(Utf8JsonWriter json);
}
