using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Ecommerce.CartService.Domain;

namespace Ecommerce.CartService.Infrastructure.Persistence;

/// <summary>Carts and changes as the database's functions write and read them; the fast copy has the same form.</summary>
internal static class CartJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(StoredJson.Default, new DefaultJsonTypeInfoResolver()),
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter() },
    };

    public static Cart Read(string json) =>
        JsonSerializer.Deserialize<Cart>(json, Options) ?? throw new InvalidOperationException("The database gave no cart.");
}
