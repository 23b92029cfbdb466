using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.AuthService.Api;

/// <summary>The small pages behind emailed links. They load nothing, are kept by nobody and tell no one their address, which holds a token.</summary>
internal static class HtmlPage
{
    public static ContentHttpResult Of(HttpContext http, string title, string body)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        return TypedResults.Content(
            $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title></head><body>{body}</body></html>", "text/html; charset=utf-8");
    }
}
