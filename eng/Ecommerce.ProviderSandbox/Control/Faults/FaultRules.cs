namespace Ecommerce.ProviderSandbox.Control.Faults;

/// <summary>The rules in force. Without any, asking costs one read.</summary>
internal sealed class FaultRules
{
    private volatile ActiveFault[] requests = [];
    private volatile ActiveFault[] webhooks = [];

    public bool AnyForRequests => requests.Length > 0;

    public bool NeedsBody => requests.Any(fault => fault.Rule.Match is not null);

    public void Replace(IEnumerable<FaultRule> rules)
    {
        var all = rules.Select(rule => new ActiveFault(rule)).ToList();
        requests = [.. all.Where(fault => !fault.Rule.IsForWebhooks)];
        webhooks = [.. all.Where(fault => fault.Rule.IsForWebhooks)];
    }

    public FaultRule[] List() => [.. requests.Concat(webhooks).Select(fault => fault.Rule with { Hits = fault.Hits })];

    /// <summary>The rules that strike; one is counted only when it is reached.</summary>
    public IEnumerable<FaultRule> TakeForRequest(string provider, string method, string path, FaultFields? fields)
    {
        foreach (var fault in requests)
        {
            var rule = fault.Rule;
            if (IsFor(rule, provider)
                && (rule.Method is null || string.Equals(rule.Method, method, StringComparison.OrdinalIgnoreCase))
                && (rule.PathPrefix is null || FaultPath.StartsWith(path, rule.PathPrefix))
                && Matches(rule, fields)
                && fault.Strikes())
            {
                yield return rule;
            }
        }
    }

    public IEnumerable<FaultRule> TakeForWebhook(string provider, Func<byte[]> body)
    {
        FaultFields? fields = null;
        foreach (var fault in webhooks)
        {
            if (!IsFor(fault.Rule, provider))
            {
                continue;
            }

            if (fault.Rule.Match is not null)
            {
                fields ??= FaultFields.Of(body(), isForm: false);
            }

            if (Matches(fault.Rule, fields) && fault.Strikes())
            {
                yield return fault.Rule;
            }
        }
    }

    private static bool IsFor(FaultRule rule, string provider) =>
        rule.Provider is null || string.Equals(rule.Provider, provider, StringComparison.OrdinalIgnoreCase);

    private static bool Matches(FaultRule rule, FaultFields? fields) =>
        rule.Match is null || (fields is not null && rule.Match.All(field => fields.Has(field.Key, field.Value)));
}
