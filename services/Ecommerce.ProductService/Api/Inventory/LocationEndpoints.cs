using Ecommerce.ProductService.Application.Inventory;
using Ecommerce.ProductService.Domain.Inventory;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Ecommerce.ServiceDefaults.Versioning;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.ProductService.Api.Inventory;

internal static class LocationEndpoints
{
    public static void MapLocationEndpoints(this IEndpointRouteBuilder app)
    {
        var locations = app.MapGroup("/api/v1/stock-locations").WithTags("Inventory").RequireAuthorization(Policies.Merchandiser).WithValidation();
        locations.MapGet("/", ListAsync).WithName("ListStockLocations").WithSummary("All locations, by priority.");
        locations.MapPost("/", OpenAsync).WithName("OpenStockLocation").WithSummary("Opens a location.").WithIdempotency();
        locations.MapGet("/{code}", GetAsync).WithName("GetStockLocation").WithSummary("A location.");
        locations.MapPut("/{code}", ChangeAsync).WithName("ChangeStockLocation").WithSummary("Changes, closes or opens a location.");
        locations.MapDelete("/{code}", RemoveAsync).WithName("RemoveStockLocation").WithSummary("Removes a location that never had anything.");
    }

    private static async Task<Ok<Page<LocationResponse>>> ListAsync(ILocations locations, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Page<LocationResponse>([.. (await locations.ListAsync(cancellationToken)).Select(LocationResponse.Of)], null));

    private static async Task<Results<Created<LocationResponse>, ProblemHttpResult>> OpenAsync(
        OpenLocationRequest request, ILocations locations, HttpResponse response, CancellationToken cancellationToken)
    {
        var opened = await locations.OpenAsync(request.Code, request.Name, request.Priority, cancellationToken);
        if (opened.Error is { } refusal)
        {
            return refusal.ToProblem();
        }

        response.SetVersion(opened.Value!.Version);
        return TypedResults.Created($"/api/v1/stock-locations/{request.Code}", LocationResponse.Of(opened.Value));
    }

    private static async Task<Results<Ok<LocationResponse>, ProblemHttpResult>> GetAsync(
        string code, ILocations locations, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await locations.FindAsync(code, cancellationToken) is not { } location)
        {
            return InventoryErrors.LocationNotFound.ToProblem();
        }

        response.SetVersion(location.Version);
        return TypedResults.Ok(LocationResponse.Of(location));
    }

    private static async Task<Results<Ok<LocationResponse>, ProblemHttpResult>> ChangeAsync(
        string code, LocationRequest request, ILocations locations, HttpContext http, CancellationToken cancellationToken)
    {
        var version = http.Request.IfMatchVersion();
        if (version.Error is { } stale)
        {
            return stale.ToProblem();
        }

        var changed = await locations.ChangeAsync(code, request.Name, request.Priority, request.IsActive, version.Value, cancellationToken);
        if (changed.Error is { } refusal)
        {
            return refusal.ToProblem();
        }

        http.Response.SetVersion(changed.Value!.Version);
        return TypedResults.Ok(LocationResponse.Of(changed.Value));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(string code, ILocations locations, CancellationToken cancellationToken)
    {
        var removed = await locations.RemoveAsync(code, cancellationToken);
        return removed.IsSuccess ? TypedResults.NoContent() : removed.Error.ToProblem();
    }
}
