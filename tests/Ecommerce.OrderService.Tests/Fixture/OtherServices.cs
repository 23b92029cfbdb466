using System.Collections.Concurrent;
using Ecommerce.Contracts;
using Ecommerce.Contracts.Cart.Internal;
using Ecommerce.Contracts.Discount.Internal;
using Ecommerce.Contracts.Payment.Internal;
using Ecommerce.Contracts.Product.Internal;
using Ecommerce.Contracts.Shipping.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Ecommerce.OrderService.Tests.Fixture;

/// <summary>The services around order-service, over the wire: well behaved, unless a test says otherwise by the cart's id.</summary>
public sealed class OtherServices
{
    private readonly ConcurrentDictionary<Guid, Scenario> _scenarios = [];
    private readonly ConcurrentDictionary<Guid, Scenario> _byOrder = [];

    public Scenario Add(Scenario scenario) => _scenarios[scenario.CartId] = scenario;

    public void Map(WebApplication app)
    {
        app.MapGet("/internal/v1/carts/{id:guid}", (Guid id) => _scenarios.TryGetValue(id, out var scenario)
            ? Results.Ok(new CartSnapshotDto(id, 7, scenario.CartStatus, scenario.CustomerId, "USD", [new CartLineDto(scenario.LineId, scenario.Sku, 2)], []))
            : Problem(404, "cart.not_found"));
        app.MapPost("/internal/v1/carts/{id:guid}/freeze", (Guid id, FreezeCartRequest request) =>
        {
            _byOrder[request.OrderId] = _scenarios[id];
            _scenarios[id].FrozenBy.Enqueue(request.OrderId);
            return Results.NoContent();
        });
        app.MapPost("/internal/v1/carts/{id:guid}/unfreeze", (Guid id, UnfreezeCartRequest request) =>
        {
            _scenarios[id].Unfrozen.Enqueue(request.OrderId);
            return Results.NoContent();
        });
        app.MapPost("/internal/v1/variants/lookup", (VariantLookupRequest request) => new VariantLookupResponse(
            [.. request.Skus.Select(sku => new VariantDto(sku, Guid.Empty, [], "Tent", null, null, 10_000, "USD", 2_000, 100, true))]));
        app.MapPost("/internal/v1/reservations", (ReserveStockRequest request) =>
        {
            var scenario = _byOrder[request.ReservationId] = _scenarios.Values.Single(candidate => candidate.Sku == request.Lines[0].Sku);
            scenario.Reserved.Enqueue(request.ReservationId);
            return scenario.OutOfStock ? Problem(422, "stock.insufficient") : Results.Ok(new ReservationDto(request.ReservationId, "reserved", request.ExpiresAt));
        });
        app.MapPost("/internal/v1/reservations/{id:guid}/release", (Guid id) =>
        {
            _byOrder[id].Released.Enqueue(id);
            return Results.NoContent();
        });
        app.MapPost("/internal/v1/discounts/calculate", () => new CalculateDiscountsResponse([], 0, [], []));
        app.MapPost("/internal/v1/rates", () => new RateResponse([new ShippingOptionDto("standard", "Standard", "Post", new MoneyDto(500, "USD"), 2, 4)]));
        app.MapPost("/internal/v1/payments", (AuthorizePaymentRequest request) => _byOrder[request.OrderId].PayAsync(request));
        app.MapPost("/internal/v1/payments/{id:guid}/void", (Guid id, VoidPaymentRequest request) =>
        {
            if (_byOrder[request.OrderId].VoidFails)
            {
                // A refusal and no failure: failures of one test would open the circuit for the others.
                return Problem(409, "payment.not_voided_yet");
            }

            _byOrder[request.OrderId].Voided.Enqueue(id);
            var none = new MoneyDto(0, "USD");
            return Results.Ok(new PaymentDto(id, request.OrderId, "voided", none, none, none, null, null));
        });
    }

    private static IResult Problem(int status, string code) =>
        Results.Problem(statusCode: status, detail: "Refused.", extensions: new Dictionary<string, object?> { ["code"] = code });
}
