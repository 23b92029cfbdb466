namespace Ecommerce.ProviderSandbox.Control;

internal static class ControlEndpoints
{
    public static void MapControl(this IEndpointRouteBuilder routes)
    {
        var control = routes.ServiceProvider.GetRequiredService<ControlApi>();
        routes.MapGet("/sandbox/faults", control.ListFaultsAsync);
        routes.MapPut("/sandbox/faults", control.ReplaceFaultsAsync);
        routes.MapDelete("/sandbox/faults", control.ClearFaultsAsync);
        routes.MapGet("/sandbox/webhooks", control.ListDeliveriesAsync);
        routes.MapPost("/sandbox/reset", control.ResetAsync);
    }
}
