using System.Globalization;
using Ecommerce.GatewayService.Routing;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Model;

namespace Ecommerce.GatewayService.Caching;

/// <summary>Answers reads of the catalogue from memory, for callers who say nothing of who they are.</summary>
internal sealed class CatalogueCache(RequestDelegate next, KeptAnswers answers, TimeProvider clock)
{
    private const int LargestBody = 1 << 20;
    private const int LongestTarget = 1024;

    // Kept nowhere without asking: what changes is to be seen within a second.
    private const string Policy = "public, no-cache";

    private static readonly string[] KeptHeaders = [HeaderNames.ContentType, HeaderNames.ContentLanguage, HeaderNames.LastModified, HeaderNames.Link];

    // What makes a service answer otherwise than with the whole thing as it is.
    private static readonly string[] Conditions =
    [
        HeaderNames.IfNoneMatch, HeaderNames.IfModifiedSince, HeaderNames.IfMatch, HeaderNames.IfUnmodifiedSince, HeaderNames.IfRange, HeaderNames.Range, HeaderNames.AcceptEncoding,
    ];

    public Task InvokeAsync(HttpContext context)
    {
        if (PlatformRoutes.Of(context) is not { Kept.Ticks: > 0 } route || !IsForAnybody(context.Request))
        {
            return next(context);
        }

        // As it was sent: decoded, two different targets could look the same. The host is in links.
        var key = context.Request.Host.Value + context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (key.Length > LongestTarget)
        {
            return next(context);
        }

        if (answers.Find(key) is not { } answer)
        {
            return HttpMethods.IsGet(context.Request.Method) ? GetAsync(context, route, key) : next(context);
        }

        GatewayTelemetry.CacheAnswers.Add(1, new KeyValuePair<string, object?>("result", "hit"));
        return AnswerAsync(context, answer, "gateway; hit");
    }

    private static bool IsForAnybody(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && StringValues.IsNullOrEmpty(request.Headers.Authorization) && StringValues.IsNullOrEmpty(request.Headers.Cookie)
        && !request.Headers.ContainsKey("Cart-Token")
        && request.ContentLength is null or 0 && StringValues.IsNullOrEmpty(request.Headers.TransferEncoding);

    private async Task GetAsync(HttpContext context, PlatformRoute route, string key)
    {
        var conditions = context.Request.Headers.IfNoneMatch;
        var hasOwnAnswer = false;
        var (answer, isOwn) = await answers.GetAsync(key, async () =>
        {
            var asked = await AskAsync(context, route);
            hasOwnAnswer = asked is null;
            return asked;
        });
        if (answer is not null)
        {
            context.Request.Headers.IfNoneMatch = conditions;
            await AnswerAsync(context, answer, isOwn ? "gateway; fwd=miss; stored" : "gateway; hit");
        }
        else if (!hasOwnAnswer)
        {
            // Whoever asked for all got nothing that can be shared.
            await next(context);
        }
    }

    /// <summary>Asks the service; where its answer is not to be kept it goes to the caller, and the result is null.</summary>
    private async Task<KeptAnswer?> AskAsync(HttpContext context, PlatformRoute route)
    {
        var headers = context.Request.Headers;
        foreach (var condition in Conditions)
        {
            headers.Remove(condition);
        }

        var at = clock.GetUtcNow();
        var inner = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        await using var held = new HeldBody(inner, LargestBody);
        context.Features.Set<IHttpResponseBodyFeature>(held);
        try
        {
            await next(context);
            await held.CompleteAsync();
        }
        finally
        {
            context.Features.Set(inner);
        }

        if (held.IsReleased || !IsToBeKept(context))
        {
            await held.ReleaseAsync(context.RequestAborted);
            return null;
        }

        var response = context.Response.Headers;
        return new KeptAnswer(
            [.. KeptHeaders.Where(response.ContainsKey).Select(name => KeyValuePair.Create(name, response[name].ToString()))], held.ToArray(), at, at + route.Kept);
    }

    private static bool IsToBeKept(HttpContext context)
    {
        var response = context.Response;
        return response.StatusCode == StatusCodes.Status200OK
            && context.GetReverseProxyFeature().ProxiedDestination is not null
            && context.Features.Get<Yarp.ReverseProxy.Forwarder.IForwarderErrorFeature>() is null
            && !context.RequestAborted.IsCancellationRequested
            && StringValues.IsNullOrEmpty(response.Headers.SetCookie)
            && StringValues.IsNullOrEmpty(response.Headers.ContentEncoding)
            && IsSame(response.Headers.Vary)
            && !ForbidsKeeping(response.Headers.CacheControl);
    }

    // Those two are not passed on to the service.
    private static bool IsSame(StringValues vary) =>
        vary.SelectMany(value => value!.Split(',', StringSplitOptions.TrimEntries)).All(name => name is "Accept-Encoding" or "Origin");

    private static bool ForbidsKeeping(StringValues control) =>
        CacheControlHeaderValue.TryParse(control.ToString(), out var parsed) && (parsed.NoStore || parsed.Private || parsed.NoCache);

    private Task AnswerAsync(HttpContext context, KeptAnswer answer, string status)
    {
        var response = context.Response;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        response.Headers.ETag = answer.ETag;
        response.Headers.CacheControl = Policy;
        response.Headers["Cache-Status"] = status;
        response.Headers.Age = ((long)Math.Max(0, (clock.GetUtcNow() - answer.At).TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (Matches(context.Request.Headers.IfNoneMatch, answer.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentLength = null;
            response.Headers.Remove(HeaderNames.ContentType);
            return Task.CompletedTask;
        }

        response.StatusCode = StatusCodes.Status200OK;
        response.ContentLength = answer.Body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(answer.Body, context.RequestAborted).AsTask();
    }

    private static bool Matches(StringValues conditions, string tag)
    {
        foreach (var line in conditions)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                var one = line.AsSpan()[range].Trim();
                if (one is "*" || (one.StartsWith("W/") ? one[2..] : one).SequenceEqual(tag))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
