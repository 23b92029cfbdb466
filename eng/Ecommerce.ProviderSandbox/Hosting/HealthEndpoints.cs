namespace Ecommerce.ProviderSandbox.Hosting;

internal static class HealthEndpoints
{
    private static readonly WireAnswer Ok = new(200, """{"status":"ok","service":"provider-sandbox"}"""u8.ToArray());

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", Ok.WriteAsync);
        routes.MapGet("/alive", Ok.WriteAsync);
    }
}
