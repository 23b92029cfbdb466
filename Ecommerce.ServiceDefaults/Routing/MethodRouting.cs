using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Ecommerce.ServiceDefaults.Routing;

/// <summary>
/// What HTTP asks of every path beyond the methods that it has: HEAD is answered as GET without the body, OPTIONS by the methods that there are
/// (RFC 9110, 9.3.2 and 9.3.7), and what is not there by 404 or 405 whoever asks.
/// </summary>
internal static class MethodRouting
{
    private static readonly object IsHead = new();

    /// <summary>Routes requests. What depends on the endpoint comes after it.</summary>
    public static void UseMethodRouting(this WebApplication app)
    {
        app.Use(next => context =>
        {
            if (HttpMethods.IsHead(context.Request.Method))
            {
                context.Items[IsHead] = true;
                context.Request.Method = HttpMethods.Get;
            }

            return next(context);
        });
        app.UseRouting();
        app.Use(next => context =>
        {
            // The server leaves the body out of an answer to HEAD by itself.
            if (context.Items.ContainsKey(IsHead))
            {
                context.Request.Method = HttpMethods.Head;
            }

            return context.GetEndpoint() switch
            {
                RouteEndpoint => next(context),
                { } noSuchMethod => AnswerAsync(context, noSuchMethod),
                null => NotFound(context),
            };
        });
    }

    // Without it the fallback policy would ask a visitor to log in for what is not there.
    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    // The router's own answer: 405 with the methods that the path has.
    private static async Task AnswerAsync(HttpContext context, Endpoint noSuchMethod)
    {
        await (noSuchMethod.RequestDelegate?.Invoke(context) ?? Task.CompletedTask);
        var allowed = context.Response.Headers.Allow.ToString();
        if (context.Response.StatusCode != StatusCodes.Status405MethodNotAllowed || allowed.Length == 0)
        {
            return;
        }

        context.Response.Headers[HeaderNames.Allow] =
            (allowed.Split(", ").Contains(HttpMethods.Get) ? allowed + ", HEAD" : allowed) + ", OPTIONS";
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
    }
}
