using System.Text.RegularExpressions;
using Ecommerce.ProductService.Application.Images;
using Ecommerce.ProductService.Domain;
using Ecommerce.ProductService.Domain.Images;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Json;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Ecommerce.ProductService.Api.Images;

internal static partial class ImageEndpoints
{
    private const string Served = "/api/v1/images";
    private static readonly string[] Reading = ["GET", "HEAD"];

    public static void AddImageApi(this IServiceCollection services) => services.AddWireJson(ImageJson.Default);

    public static void MapImageEndpoints(this IEndpointRouteBuilder app)
    {
        app.MapGroup(Served).WithTags("Images").AllowAnonymous()
            .MapMethods("/{name}", Reading, ServeAsync).WithName("GetImage").WithSummary("An image, by the hash of its content; it never changes.");

        var images = app.MapGroup("/api/v1/products/{productId:guid}/images").WithTags("Images").RequireAuthorization(Policies.Merchandiser).WithValidation();
        images.MapGet("/", ListAsync).WithName("ListProductImages").WithSummary("A product's images, in their order.");

        // A little more than an image for what a form wraps around it.
        images.MapPost("/", UploadAsync).WithName("UploadProductImage").WithSummary("Adds an image: as the body, or as the file 'file' of a form.")
            .WithIdempotency().WithMetadata(new RequestSizeLimitAttribute(ImageRules.MostBytes + (64 << 10)));
        images.MapPut("/order", OrderAsync).WithName("OrderProductImages").WithSummary("Puts a product's images in order.");
        images.MapPut("/{imageId:guid}", ChangeAsync).WithName("ChangeProductImage").WithSummary("Changes what an image is said to show.");
        images.MapDelete("/{imageId:guid}", RemoveAsync).WithName("RemoveProductImage").WithSummary("Removes an image.");
    }

    private static async Task<Results<FileStreamHttpResult, StatusCodeHttpResult, ProblemHttpResult>> ServeAsync(
        string name, HttpContext http, IImageStorage storage, CancellationToken cancellationToken)
    {
        if (!ObjectName().IsMatch(name))
        {
            return ImageErrors.NotFound.ToProblem();
        }

        // The name is the content: who has it once has it for good, and the storage need not be asked.
        var tag = $"\"{name[..64]}\"";
        var isKnown = http.Request.Headers.IfNoneMatch.Any(value => value is not null && (value.Contains(tag, StringComparison.Ordinal) || value == "*"));
        var content = isKnown ? null : await storage.OpenAsync(name, cancellationToken);
        if (!isKnown && content is null)
        {
            return ImageErrors.NotFound.ToProblem();
        }

        var headers = http.Response.Headers;
        headers.ETag = tag;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return content is null ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Stream(content, "image/webp");
    }

    private static async Task<Results<Ok<IReadOnlyList<ImageResponse>>, ProblemHttpResult>> ListAsync(
        Guid productId, IProductImages images, CancellationToken cancellationToken) =>
        await images.ListAsync(productId, cancellationToken) is { } found
            ? TypedResults.Ok<IReadOnlyList<ImageResponse>>([.. found.Select(ImageResponse.Of)])
            : ProductErrors.NotFound.ToProblem();

    private static async Task<Results<Created<ImageResponse>, ProblemHttpResult>> UploadAsync(
        Guid productId, HttpContext http, UploadImageHandler handler, TimeProvider clock, CancellationToken cancellationToken, string? alt = null, string? sku = null)
    {
        var upload = await UploadReader.ReadAsync(http.Request, alt, sku, cancellationToken);
        if (upload.Error is { } unread)
        {
            return unread.ToProblem();
        }

        var (content, type, what, variant) = upload.Value!;
        if (what is { Length: > ImageRules.LongestAlt })
        {
            return Error.InvalidField("alt", $"At most {ImageRules.LongestAlt} characters.").ToProblem();
        }

        var added = await handler.HandleAsync(productId, http.ResourceId(clock), content, type, what, variant, cancellationToken);
        return added.Error is { } refusal
            ? refusal.ToProblem()
            : TypedResults.Created($"/api/v1/products/{productId}/images/{added.Value!.Id}", ImageResponse.Of(added.Value));
    }

    private static async Task<Results<Ok<IReadOnlyList<ImageResponse>>, ProblemHttpResult>> OrderAsync(
        Guid productId, OrderImagesRequest request, IProductImages images, CancellationToken cancellationToken)
    {
        var ordered = await images.ReorderAsync(productId, request.ImageIds, cancellationToken);
        return ordered.Error is { } refusal ? refusal.ToProblem() : TypedResults.Ok<IReadOnlyList<ImageResponse>>([.. ordered.Value!.Select(ImageResponse.Of)]);
    }

    private static async Task<Results<Ok<ImageResponse>, ProblemHttpResult>> ChangeAsync(
        Guid productId, Guid imageId, ChangeImageRequest request, IProductImages images, CancellationToken cancellationToken)
    {
        var changed = await images.ChangeAsync(productId, imageId, request.Alt, request.Sku, cancellationToken);
        return changed.Error is { } refusal ? refusal.ToProblem() : TypedResults.Ok(ImageResponse.Of(changed.Value!));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid productId, Guid imageId, IProductImages images, CancellationToken cancellationToken)
    {
        var removed = await images.RemoveAsync(productId, imageId, cancellationToken);
        return removed.IsSuccess ? TypedResults.NoContent() : removed.Error.ToProblem();
    }

    [GeneratedRegex(@"^[0-9a-f]{64}\.webp\z")]
    private static partial Regex ObjectName();
}
