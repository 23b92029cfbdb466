using Ecommerce.Contracts.Shipping.Internal;
using Ecommerce.ServiceDefaults.Validation;
using Ecommerce.ShippingService.Application;
using Ecommerce.ShippingService.Application.Rates;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.ShippingService.Api;

internal static class RateEndpoints
{
    public static void MapRateEndpoints(this IEndpointRouteBuilder app)
    {
        var shipping = app.MapGroup("/api/v1/shipping").WithTags("Shipping").WithValidation();
        shipping.MapPost("/options", ListOptionsAsync).WithName("ListShippingOptions").WithSummary("How a parcel can be shipped, cheapest first.")
            .AllowAnonymous();
    }

    private static async Task<Ok<RateResponse>> ListOptionsAsync(ShippingOptionsRequest request, ZoneCache zones, CancellationToken cancellationToken)
    {
        var table = await zones.GetAsync(cancellationToken);
        var options = table.OptionsFor(
            request.Country, request.Region, request.PostalCode, request.Currency, request.Subtotal, request.WeightGrams);
        return TypedResults.Ok(new RateResponse([.. options.Select(option => option.ToDto(request.Currency))]));
    }
}
