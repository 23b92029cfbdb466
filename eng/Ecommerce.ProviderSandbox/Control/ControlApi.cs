using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ecommerce.ProviderSandbox.Control.Faults;
using Ecommerce.ProviderSandbox.Hosting;
using Ecommerce.ProviderSandbox.Webhooks;

namespace Ecommerce.ProviderSandbox.Control;

/// <summary>What a test tells the sandbox. What belongs to one provider is with that provider.</summary>
internal sealed class ControlApi(FaultRules faults, WebhookLog log, WebhookSender sender, DueQueue due, IEnumerable<IProvider> providers)
{
    private const int BodyLimit = 1_000_000;

    public Task ListFaultsAsync(HttpContext context) => JsonAsync(context, 200, faults.List(), ControlJson.Default.FaultRuleArray);

    public async Task ReplaceFaultsAsync(HttpContext context)
    {
        var (rules, problem) = await ReadRulesAsync(context.Request);
        if (problem is not null)
        {
            await JsonAsync(context, 400, new ControlProblem(problem), ControlJson.Default.ControlProblem);
            return;
        }

        faults.Replace(rules);
        await ListFaultsAsync(context);
    }

    public Task ClearFaultsAsync(HttpContext context)
    {
        faults.Replace([]);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    public Task ListDeliveriesAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var limit = int.TryParse(query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? Math.Clamp(given, 1, 10_000) : 100;
        var (provider, type, status, subject) =
            (query["provider"].ToString(), query["type"].ToString(), query["status"].ToString(), query["subject"].ToString());
        var items = log.Newest(limit, delivery =>
            (provider.Length == 0 || delivery.Target.Provider == provider)
            && (type.Length == 0 || delivery.Type == type)
            && (subject.Length == 0 || delivery.Subject == subject)
            && (status.Length == 0 || string.Equals(delivery.Status.ToString(), status, StringComparison.OrdinalIgnoreCase)));
        return JsonAsync(context, 200, new DeliveryList(log.Pending, [.. items.Select(DeliveryView.Of)]), ControlJson.Default.DeliveryList);
    }

    public Task ResetAsync(HttpContext context)
    {
        faults.Replace([]);
        due.Clear();
        sender.Reset();
        foreach (var provider in providers)
        {
            provider.Reset();
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private async Task<(FaultRule[] Rules, string? Problem)> ReadRulesAsync(HttpRequest request)
    {
        try
        {
            var body = await BodyReader.ReadAsync(request, BodyLimit) ?? [];
            var rules = JsonSerializer.Deserialize(body, ControlJson.Default.FaultRuleArray) ?? [];
            return (rules, rules.Select(Problem).FirstOrDefault(problem => problem is not null));
        }
        catch (JsonException exception)
        {
            return ([], $"not a list of rules: {exception.Path} {exception.Message}");
        }
    }

    private string? Problem(FaultRule? rule) =>
        rule is null ? "a rule is an object"
        : rule.Provider is { } name && !providers.Any(provider => string.Equals(provider.Name, name, StringComparison.OrdinalIgnoreCase))
        ? $"there is no provider {name}"
        : rule.Problem();

    private static Task JsonAsync<T>(HttpContext context, int status, T value, JsonTypeInfo<T> type) =>
        new WireAnswer(status, JsonSerializer.SerializeToUtf8Bytes(value, type)).WriteAsync(context);
}
