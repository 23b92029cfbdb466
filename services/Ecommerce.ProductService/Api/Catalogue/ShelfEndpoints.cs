using Ecommerce.ProductService.Application.Catalogue;
using Ecommerce.ProductService.Application.Catalogue.ManageShelves;
using Ecommerce.ProductService.Application.Search;
using Ecommerce.ProductService.Domain;
using Ecommerce.ProductService.Domain.Catalogue;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Ecommerce.ServiceDefaults.Versioning;
using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.ProductService.Api.Catalogue;

/// <summary>What products are sorted by: everybody reads it, merchandisers change it.</summary>
internal static class ShelfEndpoints
{
    public static void MapShelfEndpoints(this IEndpointRouteBuilder app)
    {
        var categories = app.MapGroup("/api/v1/categories").WithTags("Categories").WithValidation();
        categories.MapGet("/", ListCategoriesAsync).WithName("ListCategories").AllowAnonymous()
            .WithSummary("All categories, parents before children, with the number of products.");
        categories.MapPost("/", CreateCategoryAsync).WithName("CreateCategory").WithSummary("Creates a category.").WithIdempotency().RequireAuthorization(Policies.Merchandiser);
        categories.MapPut("/{id:guid}", RenameCategoryAsync).WithName("RenameCategory").WithSummary("Renames a category.").RequireAuthorization(Policies.Merchandiser);
        categories.MapPost("/{id:guid}/move", MoveCategoryAsync).WithName("MoveCategory").WithSummary("Moves a category with all that it holds.").WithIdempotency()
            .RequireAuthorization(Policies.Merchandiser);
        categories.MapDelete("/{id:guid}", DeleteCategoryAsync).WithName("DeleteCategory").WithSummary("Deletes a category that is empty.").RequireAuthorization(Policies.Merchandiser);

        var brands = app.MapGroup("/api/v1/brands").WithTags("Brands").WithValidation();
        brands.MapGet("/", ListBrandsAsync).WithName("ListBrands").WithSummary("Brands by name.").AllowAnonymous();
        brands.MapPost("/", CreateBrandAsync).WithName("CreateBrand").WithSummary("Creates a brand.").WithIdempotency().RequireAuthorization(Policies.Merchandiser);
        brands.MapPut("/{id:guid}", RenameBrandAsync).WithName("RenameBrand").WithSummary("Renames a brand.").RequireAuthorization(Policies.Merchandiser);
        brands.MapDelete("/{id:guid}", DeleteBrandAsync).WithName("DeleteBrand").WithSummary("Deletes a brand that no product has.").RequireAuthorization(Policies.Merchandiser);

        var attributes = app.MapGroup("/api/v1/attributes").WithTags("Attributes").WithValidation();
        attributes.MapGet("/", ListAttributesAsync).WithName("ListAttributes").WithSummary("What can be said of products.").AllowAnonymous();
        attributes.MapPost("/", CreateAttributeAsync).WithName("CreateAttribute").WithSummary("Defines an attribute.").WithIdempotency().RequireAuthorization(Policies.Merchandiser);
        attributes.MapPut("/{id:guid}", ChangeAttributeAsync).WithName("ChangeAttribute").WithSummary("Changes all of an attribute but its code and type.")
            .RequireAuthorization(Policies.Merchandiser);
        attributes.MapDelete("/{id:guid}", DeleteAttributeAsync).WithName("DeleteAttribute").WithSummary("Deletes an attribute that no product has a value of.")
            .RequireAuthorization(Policies.Merchandiser);
    }

    private static async Task<Ok<List<CategoryResponse>>> ListCategoriesAsync(ICatalogueReader reader, IProductSearch search, CancellationToken cancellationToken)
    {
        var products = await search.CountByCategoryAsync(cancellationToken);
        return TypedResults.Ok((await reader.ListCategoriesAsync(cancellationToken)).Select(category => CategoryResponse.Of(category, products.GetValueOrDefault(category.Id))).ToList());
    }

    private static async Task<Results<Created<CategoryResponse>, ProblemHttpResult>> CreateCategoryAsync(
        CategoryRequest request, ShelfEditor editor, HttpContext http, TimeProvider clock, CancellationToken cancellationToken)
    {
        var slug = SlugOf(request.Slug, request.Name);
        var created = slug.Error is { } bad ? bad
            : await editor.CreateCategoryAsync(http.ResourceId(clock), request.ParentId, slug.Value!, request.Name.Trim(), request.Position ?? 0, cancellationToken);
        return Created(created, http, "categories", category => category.Id, category => category.Version, Of);
    }

    private static Task<Results<Ok<CategoryResponse>, ProblemHttpResult>> RenameCategoryAsync(
        Guid id, CategoryRequest request, ShelfEditor editor, HttpContext http, CancellationToken cancellationToken) => ChangeAsync(
            http, async version => request.ParentId is not null ? Error.InvalidField("parentId", "A category is moved by itself.")
                : SlugOf(request.Slug, request.Name) is { IsSuccess: true, Value: var slug }
                ? await editor.RenameCategoryAsync(id, version, slug, request.Name.Trim(), request.Position ?? 0, cancellationToken)
                : SlugOf(request.Slug, request.Name).Error!,
            category => category.Version, Of);

    private static Task<Results<Ok<CategoryResponse>, ProblemHttpResult>> MoveCategoryAsync(
        Guid id, MoveCategoryRequest request, ShelfEditor editor, HttpContext http, CancellationToken cancellationToken) => ChangeAsync(
            http, version => editor.MoveCategoryAsync(id, version, request.ParentId, request.Position ?? 0, cancellationToken), category => category.Version, Of);

    private static Task<Results<NoContent, ProblemHttpResult>> DeleteCategoryAsync(Guid id, ShelfEditor editor, HttpRequest request, CancellationToken cancellationToken) =>
        DeleteAsync(request, version => editor.DeleteCategoryAsync(id, version, cancellationToken));

    private static async Task<Results<Ok<Page<BrandItem>>, ProblemHttpResult>> ListBrandsAsync(
        [AsParameters] PageRequest page, ICatalogueReader reader, CancellationToken cancellationToken)
    {
        if (page.Check() is { IsSuccess: false, Error: { } outOfRange })
        {
            return outOfRange.ToProblem();
        }

        var cursor = KeysetCursor.Read<BrandCursor>(page.Cursor);
        return cursor.Error is { } foreign
            ? foreign.ToProblem()
            : TypedResults.Ok(KeysetCursor.ToPage(await reader.ListBrandsAsync(cursor.Value?.Name, page.Size + 1, cancellationToken), page.Size, brand => new BrandCursor(brand.Name)));
    }

    private static async Task<Results<Created<BrandItem>, ProblemHttpResult>> CreateBrandAsync(
        BrandRequest request, ShelfEditor editor, HttpContext http, TimeProvider clock, CancellationToken cancellationToken)
    {
        var slug = SlugOf(request.Slug, request.Name);
        var created = slug.Error is { } bad ? bad : await editor.CreateBrandAsync(http.ResourceId(clock), slug.Value!, request.Name.Trim(), cancellationToken);
        return Created(created, http, "brands", brand => brand.Id, brand => brand.Version, Of);
    }

    private static Task<Results<Ok<BrandItem>, ProblemHttpResult>> RenameBrandAsync(
        Guid id, BrandRequest request, ShelfEditor editor, HttpContext http, CancellationToken cancellationToken) => ChangeAsync(
            http, async version => SlugOf(request.Slug, request.Name) is { IsSuccess: true, Value: var slug }
                ? await editor.RenameBrandAsync(id, version, slug, request.Name.Trim(), cancellationToken)
                : SlugOf(request.Slug, request.Name).Error!,
            brand => brand.Version, Of);

    private static Task<Results<NoContent, ProblemHttpResult>> DeleteBrandAsync(Guid id, ShelfEditor editor, HttpRequest request, CancellationToken cancellationToken) =>
        DeleteAsync(request, version => editor.DeleteBrandAsync(id, version, cancellationToken));

    private static async Task<Ok<IReadOnlyList<AttributeItem>>> ListAttributesAsync(ICatalogueReader reader, CancellationToken cancellationToken) =>
        TypedResults.Ok(await reader.ListAttributesAsync(cancellationToken));

    private static async Task<Results<Created<AttributeItem>, ProblemHttpResult>> CreateAttributeAsync(
        AttributeRequest request, ShelfEditor editor, HttpContext http, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (request is not { Code: { } code, Type: { } type })
        {
            return Error.InvalidField(request.Code is null ? "code" : "type", "The field is required.").ToProblem();
        }

        var created = await editor.CreateAttributeAsync(
            AttributeDefinition.Of(
                http.ResourceId(clock), code, type, request.Name.Trim(), request.Unit, [.. request.Choices ?? []], request.IsFilterable, request.Position ?? 0),
            cancellationToken);
        return Created(created, http, "attributes", attribute => attribute.Id, attribute => attribute.Version, Of);
    }

    private static Task<Results<Ok<AttributeItem>, ProblemHttpResult>> ChangeAttributeAsync(
        Guid id, AttributeRequest request, ShelfEditor editor, HttpContext http, CancellationToken cancellationToken) => ChangeAsync(
            http, version => request is { Code: null, Type: null }
                ? editor.ChangeAttributeAsync(
                    id, version, request.Name.Trim(), request.Unit, [.. request.Choices ?? []], request.IsFilterable, request.Position ?? 0, cancellationToken)
                : Task.FromResult<Result<AttributeDefinition>>(Error.InvalidField(request.Code is null ? "type" : "code", "It never changes.")),
            attribute => attribute.Version, Of);

    private static Task<Results<NoContent, ProblemHttpResult>> DeleteAttributeAsync(Guid id, ShelfEditor editor, HttpRequest request, CancellationToken cancellationToken) =>
        DeleteAsync(request, version => editor.DeleteAttributeAsync(id, version, cancellationToken));

    private static CategoryResponse Of(Category category) =>
        new(category.Id, category.ParentId, category.Slug, category.Name, category.Position, category.Path, 0, category.Version);

    private static BrandItem Of(Brand brand) => new(brand.Id, brand.Slug, brand.Name, brand.Version);

    private static AttributeItem Of(AttributeDefinition attribute) => new(
        attribute.Id, attribute.Code, attribute.Type, attribute.Name, attribute.Unit, attribute.Choices, attribute.IsFilterable, attribute.Position, attribute.Version);

    private static Result<string> SlugOf(string? slug, string name)
    {
        var made = slug ?? Slug.Of(name);
        return made.Length is > 0 and <= 100 ? made : Error.InvalidField("slug", "The name spells none: give one.");
    }

    private static Results<Created<TResponse>, ProblemHttpResult> Created<T, TResponse>(
        Result<T> created, HttpContext http, string resource, Func<T, Guid> id, Func<T, int> version, Func<T, TResponse> of)
    {
        if (created.Error is { } refusal)
        {
            return refusal.ToProblem();
        }

        http.Response.SetVersion(version(created.Value!));
        return TypedResults.Created($"/api/v1/{resource}/{id(created.Value!)}", of(created.Value!));
    }

    private static async Task<Results<Ok<TResponse>, ProblemHttpResult>> ChangeAsync<T, TResponse>(
        HttpContext http, Func<int?, Task<Result<T>>> change, Func<T, int> version, Func<T, TResponse> of)
    {
        var known = http.Request.IfMatchVersion();
        if (known.Error is { } stale)
        {
            return stale.ToProblem();
        }

        var changed = await change(known.Value);
        if (changed.Error is { } refusal)
        {
            return refusal.ToProblem();
        }

        http.Response.SetVersion(version(changed.Value!));
        return TypedResults.Ok(of(changed.Value!));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(HttpRequest request, Func<int?, Task<Result>> delete)
    {
        var version = request.IfMatchVersion();
        if (version.Error is { } stale)
        {
            return stale.ToProblem();
        }

        var deleted = await delete(version.Value);
        return deleted.IsSuccess ? TypedResults.NoContent() : deleted.Error.ToProblem();
    }
}
