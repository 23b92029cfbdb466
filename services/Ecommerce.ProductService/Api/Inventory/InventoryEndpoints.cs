using System.Security.Claims;
using Ecommerce.ProductService.Application.Inventory;
using Ecommerce.ProductService.Domain.Inventory;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.ProductService.Api.Inventory;

internal static class InventoryEndpoints
{
    public static void MapInventoryEndpoints(this IEndpointRouteBuilder app)
    {
        var inventory = app.MapGroup("/api/v1/inventory").WithTags("Inventory").RequireAuthorization(Policies.Merchandiser).WithValidation();
        inventory.MapGet("/", ListAsync).WithName("ListStock").WithSummary("Articles with their stock; those that are low, those at a location.");
        inventory.MapGet("/{sku}", GetAsync).WithName("GetStock").WithSummary("An article's stock, location by location.");
        inventory.MapGet("/{sku}/movements", ListMovementsAsync).WithName("ListStockMovements").WithSummary("An article's ledger, the newest entry first.");
        inventory.MapPost("/{sku}/adjustments", AdjustAsync).WithName("AdjustStock").WithSummary("Receives or corrects an article's stock.").RequireIdempotency();
        inventory.MapPost("/{sku}/transfers", TransferAsync).WithName("TransferStock").WithSummary("Moves goods from one location to another.").RequireIdempotency();
        inventory.MapPut("/{sku}/threshold", SetThresholdAsync).WithName("SetStockThreshold").WithSummary("Sets at how many units an article counts as low.");
    }

    private static async Task<Results<Ok<Page<StockResponse>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageRequest page, IInventoryReader reader, CancellationToken cancellationToken, bool low = false, string? location = null)
    {
        if (page.Check() is { IsSuccess: false, Error: { } outOfRange })
        {
            return outOfRange.ToProblem();
        }

        if (location is not null && !StockLocation.IsCode(location))
        {
            return Error.InvalidField("location", LocationRequestValidator.CodeRule).ToProblem();
        }

        var cursor = KeysetCursor.Read<StockCursor>(page.Cursor);
        if (cursor.Error is { } foreignCursor)
        {
            return foreignCursor.ToProblem();
        }

        var found = await reader.ListAsync(low, location, cursor.Value?.Sku, page.Size + 1, cancellationToken);
        var paged = KeysetCursor.ToPage(found, page.Size, stock => new StockCursor(stock.Sku));
        return TypedResults.Ok(new Page<StockResponse>([.. paged.Items.Select(StockResponse.Of)], paged.NextCursor));
    }

    private static async Task<Results<Ok<StockResponse>, ProblemHttpResult>> GetAsync(string sku, IInventoryReader reader, CancellationToken cancellationToken) =>
        await reader.FindAsync(sku, cancellationToken) is { } stock ? TypedResults.Ok(StockResponse.Of(stock)) : InventoryErrors.ArticleNotFound.ToProblem();

    private static async Task<Results<Ok<Page<MovementResponse>>, ProblemHttpResult>> ListMovementsAsync(
        string sku, [AsParameters] PageRequest page, IInventoryReader reader, CancellationToken cancellationToken)
    {
        if (page.Check() is { IsSuccess: false, Error: { } outOfRange })
        {
            return outOfRange.ToProblem();
        }

        var cursor = KeysetCursor.Read<MovementCursor>(page.Cursor);
        if (cursor.Error is { } foreignCursor)
        {
            return foreignCursor.ToProblem();
        }

        if (await reader.FindAsync(sku, cancellationToken) is null)
        {
            return InventoryErrors.ArticleNotFound.ToProblem();
        }

        var found = await reader.ListMovementsAsync(sku, cursor.Value?.Id, page.Size + 1, cancellationToken);
        var paged = KeysetCursor.ToPage(found, page.Size, movement => new MovementCursor(movement.Id));
        return TypedResults.Ok(new Page<MovementResponse>([.. paged.Items.Select(MovementResponse.Of)], paged.NextCursor));
    }

    private static async Task<Results<Ok<StockResponse>, ProblemHttpResult>> AdjustAsync(
        string sku, AdjustStockRequest request, IInventory inventory, ClaimsPrincipal caller, HttpContext http, TimeProvider clock, CancellationToken cancellationToken)
    {
        var kind = request.Reason == AdjustmentReason.Received ? "received" : "adjusted";
        var adjustment = new StockAdjustment(sku, request.Location, request.Difference, kind, request.Reason.ToString().ToLowerInvariant(), caller.Actor());
        return Answer(await inventory.AdjustAsync(http.ResourceId(clock), adjustment, cancellationToken));
    }

    private static async Task<Results<Ok<StockResponse>, ProblemHttpResult>> TransferAsync(
        string sku, TransferStockRequest request, IInventory inventory, ClaimsPrincipal caller, HttpContext http, TimeProvider clock, CancellationToken cancellationToken) =>
        Answer(await inventory.TransferAsync(
            http.ResourceId(clock), new StockTransfer(sku, request.From, request.To, request.Quantity, caller.Actor()), cancellationToken));

    private static async Task<Results<Ok<StockResponse>, ProblemHttpResult>> SetThresholdAsync(
        string sku, ThresholdRequest request, IInventory inventory, CancellationToken cancellationToken) =>
        Answer(await inventory.SetThresholdAsync(sku, request.LowAt, cancellationToken));

    private static Results<Ok<StockResponse>, ProblemHttpResult> Answer(Result<StockView> changed) =>
        changed.IsSuccess ? TypedResults.Ok(StockResponse.Of(changed.Value)) : changed.Error.ToProblem();
}
