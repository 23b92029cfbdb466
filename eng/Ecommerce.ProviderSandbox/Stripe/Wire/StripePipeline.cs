using System.Text;
using Ecommerce.ProviderSandbox.Hosting;
using Ecommerce.ProviderSandbox.Idempotency;
using Ecommerce.ProviderSandbox.Storage;

namespace Ecommerce.ProviderSandbox.Stripe.Wire;

/// <summary>What every Stripe request goes through: key, parameters, idempotency, work, answer.</summary>
internal sealed class StripePipeline(
    StripeSettings settings, IdempotencyStore<StripeAnswer> idempotency, StripeDirectory directory)
{
    private const int BodyLimit = 1_000_000;

    public RequestDelegate Serve(StripeEndpoint endpoint) => context => ServeAsync(context, endpoint);

    public static Task NoSuchUrlAsync(HttpContext context) => WriteAsync(
        context,
        StripeAnswer.Refused(StripeErrors.NoSuchUrl(context.Request.Method, context.Request.Path)),
        StripeExpansion.None,
        WireIds.New("req_", 14));

    public void Reset() => idempotency.Clear();

    private async Task ServeAsync(HttpContext context, StripeEndpoint endpoint)
    {
        var requestId = WireIds.New("req_", 14);
        var (apiKey, problem) = StripeKey.Read(context.Request, settings.ApiKey);
        if (problem is not null)
        {
            await WriteAsync(context, StripeAnswer.Refused(problem), StripeExpansion.None, requestId);
            return;
        }

        var body = HttpMethods.IsPost(context.Request.Method) ? await BodyReader.ReadAsync(context.Request, BodyLimit) : [];
        if (body is null)
        {
            var tooLong = new StripeError(413, "invalid_request_error", "Request body is too large.");
            await WriteAsync(context, StripeAnswer.Refused(tooLong), StripeExpansion.None, requestId);
            return;
        }

        var form = HttpMethods.IsPost(context.Request.Method)
            ? StripeForm.Parse(body)
            : StripeForm.Parse(context.Request.QueryString.Value.AsSpan().TrimStart('?'));
        endpoint.Check(form);
        var expand = StripeEndpoint.Expansions(form);
        var expansion = expand.Length == 0 ? StripeExpansion.None : new StripeExpansion(expand, directory.Find);
        var request = new StripeRequest(
            context.Request.RouteValues["id"] as string ?? "",
            form,
            requestId,
            HttpMethods.IsPost(context.Request.Method) ? KeyOf(context.Request, form) : null,
            context.Request.Path,
            settings.PublicUrl ?? $"{context.Request.Scheme}://{context.Request.Host}");

        if (form.Problem is { } refused)
        {
            await WriteAsync(context, StripeAnswer.Refused(refused), expansion, requestId);
        }
        else if (request.IdempotencyKey is null)
        {
            await WorkDelay.WaitAsync(context);
            await WriteAsync(context, endpoint.Handle(request), expansion, requestId);
        }
        else
        {
            await OnceAsync(context, endpoint, request, expansion, apiKey);
        }
    }

    private async Task OnceAsync(
        HttpContext context, StripeEndpoint endpoint, StripeRequest request, StripeExpansion expansion, string apiKey)
    {
        var key = request.IdempotencyKey!;
        context.Response.Headers["Idempotency-Key"] = key;
        var fingerprint = IdempotencyStore<StripeAnswer>.Fingerprint(Encoding.UTF8.GetBytes(Canonical(request.Path, request.Form)));
        var (outcome, entry) = idempotency.Begin(apiKey + ":" + key, fingerprint);
        switch (outcome)
        {
            case IdempotencyOutcome.InFlight:
                await WriteAsync(context, StripeAnswer.Refused(StripeErrors.KeyInUse()), StripeExpansion.None, request.RequestId);
                break;
            case IdempotencyOutcome.Mismatch:
                await WriteAsync(context, StripeAnswer.Refused(StripeErrors.KeyReused(key)), StripeExpansion.None, request.RequestId);
                break;
            case IdempotencyOutcome.Replay:
                context.Response.Headers["Idempotent-Replayed"] = "true";
                context.Response.Headers["Original-Request"] = entry.Answer!.RequestId;
                await WriteAsync(context, entry.Answer!, expansion, request.RequestId);
                break;
            default:
                await WriteAsync(context, await ExecuteAsync(context, endpoint, request, expansion, entry), expansion, request.RequestId);
                break;
        }
    }

    private async Task<StripeAnswer> ExecuteAsync(
        HttpContext context, StripeEndpoint endpoint, StripeRequest request, StripeExpansion expansion, IdempotencyEntry<StripeAnswer> entry)
    {
        StripeAnswer? answer = null;
        try
        {
            await WorkDelay.WaitAsync(context);
            answer = endpoint.Handle(request);
            answer.RequestId = request.RequestId;
            if (!expansion.IsNone)
            {
                answer.Bytes = Render(answer, expansion);
            }
        }
        finally
        {
            if (answer is { Executed: true })
            {
                idempotency.Complete(entry, answer);
            }
            else
            {
                idempotency.Release(entry);
            }
        }

        return answer;
    }

    private static Task WriteAsync(HttpContext context, StripeAnswer answer, StripeExpansion expansion, string requestId)
    {
        var version = context.Request.Headers["Stripe-Version"].ToString();
        context.Response.Headers["Request-Id"] = requestId;
        context.Response.Headers["Stripe-Version"] = version.Length > 0 ? version : StripeSettings.ApiVersion;
        return new WireAnswer(answer.Status, answer.Bytes ?? Render(answer, expansion)).WriteAsync(context);
    }

    private static byte[] Render(StripeAnswer answer, StripeExpansion expansion) =>
        WireJson.Render((answer.Body, expansion), static (json, state) => state.Body.Write(json, state.expansion));

    private static string? KeyOf(HttpRequest request, StripeForm form)
    {
        var key = request.Headers["Idempotency-Key"].ToString();
        if (key.Length > 255)
        {
            form.Refuse(StripeErrors.Invalid("Idempotency keys are at most 255 characters long.", null, null));
        }

        return key.Length > 0 ? key : null;
    }

    private static string Canonical(string path, StripeForm form)
    {
        // The same parameters in another order are the same request.
        var text = new StringBuilder(path);
        foreach (var (name, value) in form.Fields.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            text.Append('\0').Append(name).Append('=').Append(value);
        }

        return text.ToString();
    }
}
