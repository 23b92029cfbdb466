using System.Text.Json.Serialization;

namespace Ecommerce.ProviderSandbox.Webhooks;

[JsonConverter(typeof(JsonStringEnumConverter<WebhookStatus>))]
internal enum WebhookStatus
{
    [JsonStringEnumMemberName("pending")]
    Pending,

    [JsonStringEnumMemberName("delivered")]
    Delivered,

    [JsonStringEnumMemberName("dropped")]
    Dropped,

    [JsonStringEnumMemberName("gaveUp")]
    GaveUp,
}
