namespace Ecommerce.GatewayService.Docs;

/// <summary>One page that shows the whole platform and tries it out.</summary>
internal static class DocsModule
{
    private const string Page = "/docs";
    private const string Document = "/docs/openapi.json";
    private const long LargestDocument = 5 << 20;

    // The page's own scripts and nobody else's. Its styles are partly inline.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void AddDocs(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHttpClient(PlatformDocuments.Client, client =>
        {
            client.Timeout = TimeSpan.FromSeconds(3);
            client.MaxResponseContentBufferSize = LargestDocument;
        });
        builder.Services.AddSingleton<PlatformDocuments>();
    }

    public static void MapDocs(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Page, StringComparison.Ordinal), docs =>
        {
            docs.Use((context, next) =>
            {
                context.Response.Headers.ContentSecurityPolicy = Policy;
                return next(context);
            });
            docs.UseSwaggerUI(page =>
            {
                page.RoutePrefix = Page[1..];
                page.DocumentTitle = "E-commerce platform";
                page.SwaggerEndpoint(Document, "E-commerce platform");
                page.EnableFilter();
                page.EnableDeepLinking();
                page.DisplayRequestDuration();
                page.ConfigObject.AdditionalItems["tagsSorter"] = "alpha";
            });
        });
        app.MapGet(Document, async (PlatformDocuments documents, CancellationToken cancellationToken) =>
                TypedResults.Bytes(await documents.GetAsync(cancellationToken), "application/json"))
            .AllowAnonymous().ExcludeFromDescription();
    }
}
