using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ecommerce.ProductService.Application.Catalogue;
using Ecommerce.ProductService.Application.Search;
using Ecommerce.ProductService.Domain;
using Ecommerce.ProductService.Domain.Catalogue;
using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.SharedKernel.Monetary;
using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.Mvc;

namespace Ecommerce.ProductService.Api.Catalogue;

internal static class CatalogueEndpoints
{
    private const int LongestText = 200;
    private static readonly byte[] Begin = "{\"items\":["u8.ToArray();
    private static readonly byte[] End = "]}"u8.ToArray();
    private static readonly Dictionary<string, ProductSort> Sorts =
        Enum.GetValues<ProductSort>().ToDictionary(sort => JsonNamingPolicy.CamelCase.ConvertName(sort.ToString()));

    public static void MapCatalogueEndpoints(this IEndpointRouteBuilder app)
    {
        var products = app.MapGroup("/api/v1/products").WithTags("Catalogue").AllowAnonymous();
        products.MapGet("/", SearchAsync).WithName("SearchProducts").Produces<ProductPageResponse>()
            .WithSummary("Active products by text, category, brand, attributes, options, price and stock, with the counts of each facet where asked for.");
        products.MapGet("/{slug}", GetAsync).WithName("GetProduct").Produces<ProductResponse>().Produces(StatusCodes.Status308PermanentRedirect)
            .WithSummary("An active product with its variants; 308 to the present slug where it was renamed.");
    }

    private static async Task<IResult> SearchAsync(
        [AsParameters] PageRequest page, HttpRequest request, IProductSearch search, ICatalogueReader reader, CancellationToken cancellationToken, string? q = null,
        string currency = "USD", long? minPrice = null, long? maxPrice = null, bool inStock = false, string? sort = null, bool facets = false,
        [FromQuery(Name = "category")] string[]? categories = null, [FromQuery(Name = "brand")] string[]? brands = null)
    {
        _ = (categories, brands); // Read with the other filters; named here for the API's description.
        var query = Read(page, request, q, currency, sort);
        if (query.Error is { } refusal)
        {
            return refusal.ToProblem();
        }

        var hits = await search.SearchAsync(
            query.Value! with { MinPrice = Bounded(minPrice), MaxPrice = Bounded(maxPrice), InStock = inStock, WithFacets = facets }, cancellationToken);
        var items = await reader.ListAsync(hits.Ids, currency, cancellationToken);
        return new JsonBytes(Begin, items, Tail(hits));
    }

    private static async Task<IResult> GetAsync(string slug, ICatalogueReader reader, HttpRequest request, CancellationToken cancellationToken, string currency = "USD")
    {
        if (!Currency.TryFrom(currency, out _))
        {
            return Error.InvalidField("currency", "The currency is an ISO 4217 code.").ToProblem();
        }

        var product = slug.Length > Slug.MaximumLength ? null : await reader.FindAsync(slug, currency, cancellationToken);
        return product is null ? ProductErrors.NotFound.ToProblem()
            : product.Slug != slug ? TypedResults.Redirect($"/api/v1/products/{product.Slug}{request.QueryString}", permanent: true, preserveMethod: true)
            : new JsonBytes(product.Json) { ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(product.Json), 0, 8)}\"" };
    }

    internal static Result<SearchQuery> Read(PageRequest page, HttpRequest request, string? q, string currency, string? sort)
    {
        if (page.Check() is { IsSuccess: false, Error: { } outOfRange })
        {
            return outOfRange;
        }

        if (!Currency.TryFrom(currency, out _))
        {
            return Error.InvalidField("currency", "The currency is an ISO 4217 code.");
        }

        if (q is { Length: > LongestText })
        {
            return Error.InvalidField("q", $"The text has at most {LongestText} characters.");
        }

        if (q is not null && q.Contains('\0', StringComparison.Ordinal))
        {
            return Error.Invalid("request.malformed", "A text holds a character that is not allowed.");
        }

        // By its wire name: the framework's own binding knows the names of C# only.
        var named = ProductSort.Relevance;
        if (sort is not null && !Sorts.TryGetValue(sort, out named))
        {
            return Error.InvalidField("sort", $"The order is one of {string.Join(", ", Sorts.Keys)}.");
        }

        var filters = SearchRequest.Filters(request.Query);
        if (filters.Error is { } tooMany)
        {
            return tooMany;
        }

        var text = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        var order = text is null && named == ProductSort.Relevance ? ProductSort.Newest : named;
        if (sort is null)
        {
            order = text is null ? ProductSort.Newest : ProductSort.Relevance;
        }

        var cursor = KeysetCursor.Read<SearchCursor>(page.Cursor);
        return cursor.Error is { } foreign ? foreign
            : cursor.Value is { } after && after.Sort != order ? Error.InvalidField("cursor", "The cursor is of another order.")
            : new SearchQuery(text, filters.Value!, currency, null, null, false, order, cursor.Value, page.Size, false);
    }

    // Beyond every price, one bound is as good as another.
    private static long? Bounded(long? price) => price is { } some ? Math.Clamp(some, -1, VariantLimits.HighestPrice + 1) : null;

    private static ReadOnlyMemory<byte> Tail(SearchHits hits)
    {
        if (hits is { Next: null, Facets: null })
        {
            return End;
        }

        var tail = new ArrayBufferWriter<byte>(hits.Facets is null ? 256 : 8192);
        tail.Write("]"u8);
        if (hits.Next is { } next)
        {
            tail.Write(Encoding.ASCII.GetBytes($",\"nextCursor\":\"{KeysetCursor.Write(next)}\""));
        }

        if (hits.Facets is { } facets)
        {
            tail.Write(Encoding.ASCII.GetBytes($",\"total\":{hits.Total},\"facets\":"));
            using var json = new Utf8JsonWriter(tail);
            JsonSerializer.Serialize(json, facets, SearchJson.Default.SearchFacets);
        }

        tail.Write("}"u8);
        return tail.WrittenMemory;
    }
}
