using System.Globalization;
using Ecommerce.ProviderSandbox.Hosting;
using Ecommerce.ProviderSandbox.Storage;

namespace Ecommerce.ProviderSandbox.SendGrid;

/// <summary>Sent mails for developers and tests: JSON, and a page on which the links can be followed.</summary>
internal sealed class Inbox(BoundedStore<SentMail> mails)
{
    public Task ListAsync(HttpContext context)
    {
        var found = Find(context.Request, 100);
        return new WireAnswer(200, WireJson.Render(found, static (json, items) =>
        {
            json.WriteStartArray();
            foreach (var item in items)
            {
                item.Write(json);
            }

            json.WriteEndArray();
        })).WriteAsync(context);
    }

    public Task ShowAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data: https:; frame-src 'self'";
        return context.Response.WriteAsync(InboxPage.Of(Find(context.Request, 50)), context.RequestAborted);
    }

    private List<SentMail> Find(HttpRequest request, int fallback)
    {
        var to = request.Query["to"].ToString();
        var limit = int.TryParse(request.Query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var given)
            ? Math.Clamp(given, 1, 1000)
            : fallback;
        return mails.Page(limit, null, null, mail => to.Length == 0 || mail.IsTo(to)).Items;
    }
}
