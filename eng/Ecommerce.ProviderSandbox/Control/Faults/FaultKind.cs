using System.Text.Json.Serialization;

namespace Ecommerce.ProviderSandbox.Control.Faults;

[JsonConverter(typeof(JsonStringEnumConverter<FaultKind>))]
internal enum FaultKind
{
    /// <summary>Waits <c>ms</c>, then works.</summary>
    [JsonStringEnumMemberName("slow")]
    Slow,

    /// <summary>Answers <c>status</c> without working.</summary>
    [JsonStringEnumMemberName("fail")]
    Fail,

    /// <summary>Does the work, then hangs for <c>ms</c> and drops the connection.</summary>
    [JsonStringEnumMemberName("timeoutAfterWork")]
    TimeoutAfterWork,

    /// <summary>Drops the connection without working.</summary>
    [JsonStringEnumMemberName("dropConnection")]
    DropConnection,

    /// <summary>Delivers <c>n</c> more times.</summary>
    [JsonStringEnumMemberName("repeatWebhook")]
    RepeatWebhook,

    /// <summary>Delivers <c>ms</c> later.</summary>
    [JsonStringEnumMemberName("delayWebhook")]
    DelayWebhook,

    /// <summary>Delivers after the next one (or after <c>ms</c>, where no other comes).</summary>
    [JsonStringEnumMemberName("reorderWebhooks")]
    ReorderWebhooks,

    /// <summary>Never delivers.</summary>
    [JsonStringEnumMemberName("dropWebhook")]
    DropWebhook,
}
