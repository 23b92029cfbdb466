using Ecommerce.CartService.Application;
using Ecommerce.CartService.Application.PriceCart;
using Ecommerce.CartService.Domain;
using Ecommerce.Contracts.Shipping.Internal;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Ecommerce.ServiceDefaults.Versioning;
using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.CartService.Api;

internal static class CartPriceEndpoints
{
    private const int LongestRegion = 10;
    private const int LongestPostalCode = 20;

    public static void MapCartPriceEndpoints(this IEndpointRouteBuilder app)
    {
        var cart = app.MapGroup("/api/v1/carts/{id:guid}").WithTags("Carts").WithValidation().AllowAnonymous();
        cart.MapGet("/shipping-options", GetShippingOptionsAsync).WithName("GetCartShippingOptions")
            .WithSummary("How the cart can be shipped to a destination; to the cart's own where none is given.");
        cart.MapPost("/totals", TotalAsync).WithName("TotalCart").WithSummary("What an order of the cart comes to, exactly.");
    }

    private static async Task<Results<Ok<RateResponse>, ProblemHttpResult>> GetShippingOptionsAsync(
        Guid id, string? country, string? region, string? postalCode, ICartStore carts, CartPricing pricing, HttpContext http,
        CancellationToken cancellationToken)
    {
        var cart = await carts.ReadAsync(id, cancellationToken);
        if (cart is null || !cart.IsHeldBy(http.Holder()))
        {
            return CartErrors.NotFound.ToProblem();
        }

        var destination = country is null ? cart.Destination : new CartDestination(country, region, postalCode);
        if (destination is not { Country: [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] })
        {
            return Error.InvalidField("country", "The country is an ISO 3166-1 alpha-2 code.").ToProblem();
        }

        if (destination.Region?.Length > LongestRegion || destination.PostalCode?.Length > LongestPostalCode)
        {
            return Error.InvalidField("postalCode", "The region or the postal code is too long.").ToProblem();
        }

        var rated = await pricing.RateAsync(cart, destination, cancellationToken);
        return rated.IsSuccess ? TypedResults.Ok(rated.Value) : rated.Error.ToProblem();
    }

    private static async Task<Results<Ok<TotalsResponse>, ProblemHttpResult>> TotalAsync(
        Guid id, TotalsRequest request, ICartStore carts, CartPricing pricing, HttpContext http, CancellationToken cancellationToken)
    {
        var cart = await carts.ReadAsync(id, cancellationToken);
        if (cart is null || !cart.IsHeldBy(http.Holder()))
        {
            return CartErrors.NotFound.ToProblem();
        }

        var priced = await pricing.TotalAsync(
            cart, request.ShippingAddress, request.ShippingMethod, http.User.UserId(), request.Email ?? http.User.Email() ?? cart.Email, cancellationToken);
        http.Response.SetVersion(cart.Version);
        return priced.IsSuccess ? TypedResults.Ok(TotalsResponse.Of(priced.Value)) : priced.Error.ToProblem();
    }
}
