using Ecommerce.Contracts.Shipping.Internal;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Ecommerce.ShippingService.Application;
using Ecommerce.ShippingService.Application.Labels;
using Ecommerce.ShippingService.Application.Rates;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.ShippingService.Api;

internal static class InternalShippingEndpoints
{
    public static void MapInternalShippingEndpoints(this IEndpointRouteBuilder app)
    {
        var shipping = app.MapGroup("/internal/v1").WithTags("Internal").RequireAuthorization(Policies.Service).WithValidation();
        shipping.MapPost("/rates", RateAsync).WithName("RateParcel").WithSummary("How a parcel can be shipped, for other services.");
        shipping.MapPost("/return-labels", BuyReturnLabelAsync).WithName("BuyReturnLabel").WithSummary("The label of a return; one each.");
    }

    private static async Task<Ok<RateResponse>> RateAsync(RateRequest request, ZoneCache zones, CancellationToken cancellationToken)
    {
        var table = await zones.GetAsync(cancellationToken);
        var to = request.Destination;
        var options = table.OptionsFor(to.Country, to.Region, to.PostalCode, request.Currency, request.Subtotal, request.WeightGrams);
        return TypedResults.Ok(new RateResponse([.. options.Select(option => option.ToDto(request.Currency))]));
    }

    private static async Task<Results<Ok<ReturnLabelDto>, ProblemHttpResult>> BuyReturnLabelAsync(
        ReturnLabelRequest request, ReturnLabelHandler handler, CancellationToken cancellationToken)
    {
        var label = await handler.HandleAsync(
            request.ReturnId, request.OrderId, request.From.ToDomain(), request.WeightGrams, cancellationToken);
        return label.IsSuccess
            ? TypedResults.Ok(new ReturnLabelDto(label.Value.Carrier, label.Value.TrackingNumber, label.Value.LabelUrl))
            : label.Error.ToProblem();
    }
}
