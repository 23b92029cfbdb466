using Ecommerce.ProductService.Application.Catalogue;
using Ecommerce.ProductService.Application.Catalogue.ManageProducts;
using Ecommerce.ProductService.Application.Search;
using Ecommerce.ProductService.Domain;
using Ecommerce.ProductService.Domain.Catalogue;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Json;
using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Ecommerce.ServiceDefaults.Versioning;
using Ecommerce.SharedKernel.Monetary;
using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.ProductService.Api.Catalogue;

internal static class StaffProductEndpoints
{
    private static readonly Error UnknownCurrency = Error.InvalidField("currency", "The currency is an ISO 4217 code.");
    private static readonly Error BadSku = Error.InvalidField("sku", Sku.Rule);

    public static void MapStaffProductEndpoints(this IEndpointRouteBuilder app)
    {
        var products = app.MapGroup("/api/v1/catalogue/products").WithTags("Catalogue management").RequireAuthorization(Policies.Merchandiser).WithValidation();
        products.MapGet("/", ListAsync).WithName("ListProductsForStaff").WithSummary("Products of any status, by text, category and brand.");
        products.MapPost("/", CreateAsync).WithName("CreateProduct").WithSummary("Creates a draft.").WithIdempotency();
        products.MapGet("/{id:guid}", GetAsync).WithName("GetProductForStaff").WithSummary("A product of any status, with all prices.");
        products.MapPut("/{id:guid}", DescribeAsync).WithName("DescribeProduct").WithSummary("Replaces what a product says of itself; its variants stay.");
        products.MapDelete("/{id:guid}", DeleteAsync).WithName("DeleteProduct").WithSummary("Deletes a draft that was never on sale.");
        products.MapPost("/{id:guid}/activate", ActivateAsync).WithName("ActivateProduct").WithSummary("Puts a product on sale.").WithIdempotency();
        products.MapPost("/{id:guid}/archive", ArchiveAsync).WithName("ArchiveProduct").WithSummary("Takes a product off sale.").WithIdempotency();
        products.MapPut("/{id:guid}/variants/{sku}", PutVariantAsync).WithName("PutVariant").WithSummary("Adds an article or describes it anew.");
        products.MapDelete("/{id:guid}/variants/{sku}", RemoveVariantAsync).WithName("RemoveVariant").WithSummary("Removes an article.");
        products.MapPut("/{id:guid}/variants/{sku}/prices/{currency}", SetPriceAsync).WithName("SetPrice").WithSummary("Sets an article's price in a currency.");
        products.MapDelete("/{id:guid}/variants/{sku}/prices/{currency}", RemovePriceAsync).WithName("RemovePrice").WithSummary("Stops selling an article in a currency.");
        products.MapPost("/{id:guid}/variants/{sku}/prices/{currency}/sales", ScheduleSaleAsync).WithName("ScheduleSale")
            .WithSummary("Sets another price for a while.").WithIdempotency();
        products.MapDelete("/{id:guid}/variants/{sku}/sales/{saleId:guid}", CancelSaleAsync).WithName("CancelSale").WithSummary("Ends a sale, or keeps it from beginning.");
    }

    private static async Task<Results<Ok<Page<StaffListItem>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageRequest page, HttpRequest request, IProductSearch search, ICatalogueReader reader, CancellationToken cancellationToken, string? q = null,
        WireEnum<ProductStatus>? status = null)
    {
        var query = CatalogueEndpoints.Read(page, request, q, "USD", null);
        if (query.Error is { } refusal)
        {
            return refusal.ToProblem();
        }

        var found = await search.SearchAsync(query.Value! with { Statuses = status is { } one ? [one.Value] : Enum.GetValues<ProductStatus>() }, cancellationToken);
        var items = await reader.ListForStaffAsync(found.Ids, cancellationToken);
        return TypedResults.Ok(new Page<StaffListItem>(items, found.Next is { } next ? KeysetCursor.Write(next) : null));
    }

    private static async Task<Results<Created<StaffProductResponse>, ProblemHttpResult>> CreateAsync(
        ProductRequest request, ProductEditor editor, HttpContext http, TimeProvider clock, CancellationToken cancellationToken)
    {
        var created = await editor.CreateAsync(http.ResourceId(clock), DataOf(request), [.. (request.Variants ?? []).Select(variant => DataOf(variant.Sku!, variant))], cancellationToken);
        if (created.Error is { } refusal)
        {
            return refusal.ToProblem();
        }

        http.Response.SetVersion(created.Value!.Version);
        return TypedResults.Created($"/api/v1/catalogue/products/{created.Value.Id}", StaffProductResponse.Of(created.Value));
    }

    private static async Task<Results<Ok<StaffProductResponse>, ProblemHttpResult>> GetAsync(Guid id, ICatalogueStore store, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await store.FindProductAsync(id, cancellationToken) is not { } product)
        {
            return ProductErrors.NotFound.ToProblem();
        }

        response.SetVersion(product.Version);
        return TypedResults.Ok(StaffProductResponse.Of(product));
    }

    private static Task<Results<Ok<StaffProductResponse>, ProblemHttpResult>> DescribeAsync(
        Guid id, ProductRequest request, ProductEditor editor, HttpContext http, CancellationToken cancellationToken) =>
        ChangeAsync(http, version => request.Variants is null
            ? editor.DescribeAsync(id, version, DataOf(request), cancellationToken)
            : Task.FromResult<Result<Product>>(Error.InvalidField("variants", "Each article is put by itself.")));

    private static Task<Results<Ok<StaffProductResponse>, ProblemHttpResult>> ActivateAsync(Guid id, ProductEditor editor, HttpContext http, CancellationToken cancellationToken) =>
        ChangeAsync(http, version => editor.ActivateAsync(id, version, cancellationToken));

    private static Task<Results<Ok<StaffProductResponse>, ProblemHttpResult>> ArchiveAsync(Guid id, ProductEditor editor, HttpContext http, CancellationToken cancellationToken) =>
        ChangeAsync(http, version => editor.ArchiveAsync(id, version, cancellationToken));

    private static Task<Results<Ok<StaffProductResponse>, ProblemHttpResult>> PutVariantAsync(
        Guid id, string sku, VariantRequest request, ProductEditor editor, HttpContext http, CancellationToken cancellationToken) =>
        ChangeAsync(http, version => !Sku.IsValid(sku) || (request.Sku is { } named && named != sku)
            ? Task.FromResult<Result<Product>>(BadSku)
            : editor.PutVariantAsync(id, version, DataOf(sku, request), cancellationToken));

    private static Task<Results<Ok<StaffProductResponse>, ProblemHttpResult>> RemoveVariantAsync(
        Guid id, string sku, ProductEditor editor, HttpContext http, CancellationToken cancellationToken) =>
        ChangeAsync(http, version => editor.RemoveVariantAsync(id, version, sku, cancellationToken));

    private static Task<Results<Ok<StaffProductResponse>, ProblemHttpResult>> SetPriceAsync(
        Guid id, string sku, string currency, PriceRequest request, ProductEditor editor, HttpContext http, CancellationToken cancellationToken) =>
        ChangeAsync(http, version => Currency.TryFrom(currency, out _)
            ? editor.SetPriceAsync(id, version, sku, new PriceData(currency, request.Amount, request.CompareAt), cancellationToken)
            : Task.FromResult<Result<Product>>(UnknownCurrency));

    private static Task<Results<Ok<StaffProductResponse>, ProblemHttpResult>> RemovePriceAsync(
        Guid id, string sku, string currency, ProductEditor editor, HttpContext http, CancellationToken cancellationToken) =>
        ChangeAsync(http, version => editor.RemovePriceAsync(id, version, sku, currency, cancellationToken));

    private static Task<Results<Ok<StaffProductResponse>, ProblemHttpResult>> ScheduleSaleAsync(
        Guid id, string sku, string currency, SaleRequest request, ProductEditor editor, HttpContext http, TimeProvider clock, CancellationToken cancellationToken) =>
        ChangeAsync(http, version => Currency.TryFrom(currency, out _)
            ? editor.ScheduleSaleAsync(
                id, version, sku,
                ScheduledPrice.Of(http.ResourceId(clock), currency, request.Amount, (request.StartsAt ?? clock.GetUtcNow()).ToUniversalTime(), request.EndsAt?.ToUniversalTime()),
                cancellationToken)
            : Task.FromResult<Result<Product>>(UnknownCurrency));

    private static Task<Results<Ok<StaffProductResponse>, ProblemHttpResult>> CancelSaleAsync(
        Guid id, string sku, Guid saleId, ProductEditor editor, HttpContext http, CancellationToken cancellationToken) =>
        ChangeAsync(http, version => editor.CancelSaleAsync(id, version, sku, saleId, cancellationToken));

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(Guid id, ProductEditor editor, HttpRequest request, CancellationToken cancellationToken)
    {
        var version = request.IfMatchVersion();
        if (version.Error is { } stale)
        {
            return stale.ToProblem();
        }

        var deleted = await editor.DeleteAsync(id, version.Value, cancellationToken);
        return deleted.IsSuccess ? TypedResults.NoContent() : deleted.Error.ToProblem();
    }

    private static async Task<Results<Ok<StaffProductResponse>, ProblemHttpResult>> ChangeAsync(HttpContext http, Func<int?, Task<Result<Product>>> change)
    {
        var version = http.Request.IfMatchVersion();
        if (version.Error is { } stale)
        {
            return stale.ToProblem();
        }

        var changed = await change(version.Value);
        if (changed.Error is { } refusal)
        {
            return refusal.ToProblem();
        }

        http.Response.SetVersion(changed.Value!.Version);
        return TypedResults.Ok(StaffProductResponse.Of(changed.Value));
    }

    private static ProductData DataOf(ProductRequest request) => new(
        request.Slug, request.Name.Trim(), request.Description ?? "", request.BrandId, [.. (request.CategoryIds ?? []).Distinct()], request.Attributes ?? [],
        [.. request.ImageUrls ?? []]);

    private static VariantData DataOf(string sku, VariantRequest request) => new(
        sku, request.Barcode, request.Options ?? [], request.WeightGrams ?? 0,
        request.Dimensions is { } size ? new Dimensions(size.LengthMm, size.WidthMm, size.HeightMm) : null, request.Position,
        [.. (request.Prices ?? []).Select(price => new PriceData(price.Key, price.Value.Amount, price.Value.CompareAt))]);
}
