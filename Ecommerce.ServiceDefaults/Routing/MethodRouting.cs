using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Ecommerce.ServiceDefaults.Routing;

/// <summary>
/// Answers HEAD like GET without the body and OPTIONS with the list of methods (RFC 9110, sections 9.3.2 and 9.3.7), and answers 404 or 405
/// to every caller, signed in or not, where no endpoint matches.
/// </summary>
internal static class MethodRouting
{
    private static readonly object IsHead = new();

    /// <summary>Adds routing. Middleware that needs the endpoint has to be added after it.</summary>
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
            // The server omits the body of a response to HEAD.
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

    // Otherwise the fallback policy would answer 401 for a path that does not exist.
    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    // Routing has chosen its own endpoint, which answers 405 with the methods of the path.
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
