using System.Text.Json;
using Ecommerce.ProductService.Application.Catalogue;
using Ecommerce.ProductService.Domain;
using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Versioning;
using Ecommerce.SharedKernel.Monetary;
using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.ProductService.Api;

internal static class CatalogueEndpoints
{
    private const int LongestText = 200;
    private static readonly Dictionary<string, CatalogueSort> Sorts =
        Enum.GetValues<CatalogueSort>().ToDictionary(sort => JsonNamingPolicy.CamelCase.ConvertName(sort.ToString()));

    public static void MapCatalogueEndpoints(this IEndpointRouteBuilder app)
    {
        var products = app.MapGroup("/api/v1/products").WithTags("Catalogue").AllowAnonymous();
        products.MapGet("/", SearchAsync).WithName("SearchProducts").WithSummary("Active products by text, category, price and stock.");
        products.MapGet("/{slug}", GetAsync).WithName("GetProduct").WithSummary("An active product with its variants.");
        app.MapGroup("/api/v1/categories").WithTags("Catalogue").AllowAnonymous()
            .MapGet("/", ListCategoriesAsync).WithName("ListCategories").WithSummary("All categories, parents before children, with the number of products.");
    }

    private static async Task<Results<Ok<Page<ProductListResponse>>, ProblemHttpResult>> SearchAsync(
        [AsParameters] PageRequest page, ICatalogueReader reader, CancellationToken cancellationToken, string? q = null, string? category = null,
        string currency = "USD", long? minPrice = null, long? maxPrice = null, bool inStock = false, string? sort = null)
    {
        if (page.Check() is { IsSuccess: false, Error: { } outOfRange })
        {
            return outOfRange.ToProblem();
        }

        if (!Currency.TryFrom(currency, out _))
        {
            return Error.InvalidField("currency", "The currency is an ISO 4217 code.").ToProblem();
        }

        if (q is { Length: > LongestText })
        {
            return Error.InvalidField("q", $"The text has at most {LongestText} characters.").ToProblem();
        }

        // By its wire name: the framework's own binding knows the names of C# only.
        var named = CatalogueSort.Relevance;
        if (sort is not null && !Sorts.TryGetValue(sort, out named))
        {
            return Error.InvalidField("sort", $"The order is one of {string.Join(", ", Sorts.Keys)}.").ToProblem();
        }

        var cursor = KeysetCursor.Read<ProductCursor>(page.Cursor);
        if (cursor.Error is { } foreignCursor)
        {
            return foreignCursor.ToProblem();
        }

        var text = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        var order = sort is not null ? named : text is null ? CatalogueSort.Newest : CatalogueSort.Relevance;
        var found = await reader.SearchAsync(
            new CatalogueQuery(text, category, currency, minPrice, maxPrice, inStock, order, cursor.Value?.Key, cursor.Value?.Id, page.Size + 1), cancellationToken);
        var paged = KeysetCursor.ToPage(found, page.Size, item => new ProductCursor(item.SortKey, item.Id));
        return TypedResults.Ok(new Page<ProductListResponse>([.. paged.Items.Select(item => ProductListResponse.Of(item, currency))], paged.NextCursor));
    }

    private static async Task<Results<Ok<ProductResponse>, ProblemHttpResult>> GetAsync(
        string slug, ICatalogueReader reader, HttpResponse response, CancellationToken cancellationToken, string currency = "USD")
    {
        if (!Currency.TryFrom(currency, out _))
        {
            return Error.InvalidField("currency", "The currency is an ISO 4217 code.").ToProblem();
        }

        var product = await reader.FindAsync(slug, currency, cancellationToken);
        if (product is null)
        {
            return ProductErrors.NotFound.ToProblem();
        }

        response.SetVersion(product.Version);
        return TypedResults.Ok(ProductResponse.Of(product, currency));
    }

    private static async Task<Ok<IReadOnlyList<CategoryItem>>> ListCategoriesAsync(ICatalogueReader reader, CancellationToken cancellationToken) =>
        TypedResults.Ok(await reader.ListCategoriesAsync(cancellationToken));
}
