using System.Text.Json.Serialization;

namespace Ecommerce.ProviderSandbox.Control.Faults;

/// <summary>What goes wrong, when, and how often. Everything but the kind is optional.</summary>
/// <param name="Provider">stripe, sendgrid, shippo; all where left out.</param>
/// <param name="PathPrefix">Start of the path; <c>*</c> stands for one segment: <c>/v1/payment_intents/*/capture</c>.</param>
/// <param name="N">Extra copies of a repeated webhook.</param>
/// <param name="Skip">Matching requests that are let through first.</param>
/// <param name="Count">How often it strikes; for ever where left out.</param>
/// <param name="Probability">0 to 1; 1 where left out.</param>
/// <param name="Seed">Makes the probability's draws repeatable.</param>
/// <param name="Match">Fields of the request or the event: <c>{"metadata[order_id]": "…", "amount": "1999"}</c>.</param>
/// <param name="Hits">How often it has struck; given back only.</param>
internal sealed record FaultRule(
    FaultKind? Kind,
    string? Provider = null,
    string? Method = null,
    string? PathPrefix = null,
    int? Ms = null,
    int? Status = null,
    int? N = null,
    int? Skip = null,
    int? Count = null,
    double? Probability = null,
    int? Seed = null,
    IReadOnlyDictionary<string, string>? Match = null,
    int? Hits = null)
{
    [JsonIgnore]
    public bool IsForWebhooks =>
        Kind is FaultKind.RepeatWebhook or FaultKind.DelayWebhook or FaultKind.ReorderWebhooks or FaultKind.DropWebhook;

    /// <returns>What is wrong with the rule, or null.</returns>
    public string? Problem() => this switch
    {
        { Kind: null } => "kind is required",
        { Kind: FaultKind.Fail, Status: not (>= 400 and <= 599) } => "fail needs a status from 400 to 599",
        { Kind: FaultKind.Slow or FaultKind.DelayWebhook, Ms: not > 0 } => "slow and delayWebhook need ms above 0",
        { Ms: < 0 or > 3_600_000 } => "ms is 0 to 3600000",
        { N: < 1 or > 1000 } => "n is 1 to 1000",
        { Count: < 1 } => "count is at least 1",
        { Skip: < 0 } => "skip is at least 0",
        { Probability: < 0 or > 1 } => "probability is 0 to 1",
        { IsForWebhooks: true, Method: not null } or { IsForWebhooks: true, PathPrefix: not null } => "a webhook rule has no method or pathPrefix",
        _ => null,
    };
}
