using Ecommerce.Contracts.Product.Internal;
using Ecommerce.ProductService.Application.Catalogue;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.ProductService.Api;

internal static class InternalEndpoints
{
    public static void MapInternalEndpoints(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/internal/v1").WithTags("Internal").RequireAuthorization(Policies.Service).WithValidation();
        group.MapPost("/variants/lookup", LookUpAsync).WithName("LookUpVariants").WithSummary("What the catalogue knows of some articles.");
    }

    private static async Task<Ok<VariantLookupResponse>> LookUpAsync(VariantLookupRequest request, ICatalogueReader reader, CancellationToken cancellationToken) =>
        TypedResults.Ok(new VariantLookupResponse(await reader.LookUpAsync(request.Skus, request.Currency, cancellationToken)));
}
