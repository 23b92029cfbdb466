using Ecommerce.ProviderSandbox.Hosting;
using Microsoft.AspNetCore.Http.Features;

namespace Ecommerce.ProviderSandbox.Control.Faults;

/// <summary>Lets the rules strike at a provider's requests. The control API itself is never touched.</summary>
internal sealed class FaultMiddleware(RequestDelegate next, FaultRules faults)
{
    private const int BodyLimit = 1_000_000;

    public Task InvokeAsync(HttpContext context) =>
        faults.AnyForRequests && context.GetEndpoint()?.Metadata.GetMetadata<ProviderTag>() is { } tag
            ? InvokeAsync(context, tag.Provider)
            : next(context);

    private async Task InvokeAsync(HttpContext context, IProvider provider)
    {
        var fields = faults.NeedsBody ? await ReadFieldsAsync(context.Request) : null;
        var request = context.Request;
        foreach (var rule in faults.TakeForRequest(provider.Name, request.Method, request.Path, fields))
        {
            switch (rule.Kind)
            {
                case FaultKind.Slow when provider.WaitsInsideWork:
                    context.Features.Set(new WorkDelay(TimeSpan.FromMilliseconds(rule.Ms!.Value)));
                    break;
                case FaultKind.Slow:
                    await Task.Delay(rule.Ms!.Value, context.RequestAborted);
                    break;
                case FaultKind.Fail:
                    await provider.Failure(rule.Status!.Value).WriteAsync(context);
                    return;
                case FaultKind.DropConnection:
                    context.Abort();
                    return;
                case FaultKind.TimeoutAfterWork:
                    await WorkThenHangAsync(context, rule.Ms ?? 0);
                    return;
                default:
                    break;
            }
        }

        await next(context);
    }

    private async Task WorkThenHangAsync(HttpContext context, int ms)
    {
        using var unseen = new MemoryStream();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(unseen));
        await next(context);
        try
        {
            await Task.Delay(ms, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The caller gave up first.
        }

        context.Abort();
    }

    private static async Task<FaultFields?> ReadFieldsAsync(HttpRequest request)
    {
        if (request.ContentLength is null or 0 or > BodyLimit)
        {
            return null;
        }

        request.EnableBuffering();
        var body = new byte[request.ContentLength.Value];
        await request.Body.ReadExactlyAsync(body, request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        return FaultFields.Of(body, isForm: request.HasFormContentType);
    }
}
