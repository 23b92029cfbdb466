using Ecommerce.ProviderSandbox.Storage;
using Ecommerce.ProviderSandbox.Stripe.Cards;
using Ecommerce.ProviderSandbox.Stripe.Wire;

namespace Ecommerce.ProviderSandbox.Stripe.PaymentMethods;

internal sealed class StripePaymentMethodEndpoints(
    StripeState state, StripePaymentMethodDesk desk, StripePipeline pipeline, TimeProvider time) : IStripeEndpoints
{
    public void Map(IEndpointRouteBuilder routes)
    {
        const string kind = StripeExpandable.PaymentMethod;
        routes.MapPost("/v1/payment_methods", pipeline.Serve(new(kind, [
            "type", "card[number]", "card[exp_month]", "card[exp_year]", "card[cvc]", "card[token]", "allow_redisplay", "metadata[*]",
            .. StripeBilling.Parameters], Create)));
        routes.MapGet("/v1/payment_methods", pipeline.Serve(new(
            kind, [.. StripePaging.Parameters, "customer", "type", "allow_redisplay"], List, isList: true)));
        routes.MapGet("/v1/payment_methods/{id}", pipeline.Serve(new(kind, [], Retrieve)));
        routes.MapPost("/v1/payment_methods/{id}", pipeline.Serve(new(
            kind, ["metadata[*]", "allow_redisplay", "card[exp_month]", "card[exp_year]", .. StripeBilling.Parameters], Update)));
        routes.MapPost("/v1/payment_methods/{id}/attach", pipeline.Serve(new(kind, ["customer"], Attach)));
        routes.MapPost("/v1/payment_methods/{id}/detach", pipeline.Serve(new(kind, [], Detach)));
    }

    private StripeAnswer Create(StripeRequest request)
    {
        var form = request.Form;
        form.Required("type");
        form.OneOf("type", "card");
        var metadata = form.Metadata(StripeMetadata.Empty);
        var card = form.Text("card[token]") is { } token ? TestCards.ByToken(token)
            : form.Required("card[number]") is { } number ? TestCards.WithNumber(number)
            : null;
        if (form.Problem is { } problem)
        {
            return StripeAnswer.Refused(problem);
        }

        if (card is null)
        {
            // Not a test card: as at Stripe, such a number is of no use in test mode.
            return StripeAnswer.Failed(new(402, "card_error", "Your card number is incorrect.") { Code = "incorrect_number", Param = "number" });
        }

        return StripeAnswer.Ok(desk.Add(new(WireIds.New("pm_"), time.GetUtcNow().ToUnixTimeSeconds(), card)
        {
            Billing = StripeBilling.Read(form),
            Metadata = metadata,
        }));
    }

    private StripeAnswer List(StripeRequest request)
    {
        var customer = request.Form.Text("customer");
        return StripePaging.List(
            request,
            state.PaymentMethods,
            item => item,
            item => item.Created,
            item => item.Customer is not null && (customer is null || item.Customer == customer));
    }

    private StripeAnswer Retrieve(StripeRequest request) => Answer(desk.Peek(request.Id), request);

    private StripeAnswer Update(StripeRequest request) => state.PaymentMethods.Change(request.Id, current =>
    {
        if (current is null)
        {
            return (null, Answer(null, request));
        }

        var next = current with { Metadata = request.Form.Metadata(current.Metadata), Billing = StripeBilling.Read(request.Form) };
        return request.Form.Problem is { } problem ? (null, StripeAnswer.Refused(problem)) : (next, StripeAnswer.Ok(next));
    });

    private StripeAnswer Attach(StripeRequest request)
    {
        if (request.Form.Required("customer") is not { } customer)
        {
            return StripeAnswer.Refused(request.Form.Problem!);
        }

        var (method, problem) = desk.Attach(request.Id, customer, "payment_method");
        return problem is null ? StripeAnswer.Ok(method!) : StripeAnswer.Failed(problem);
    }

    private StripeAnswer Detach(StripeRequest request) => Answer(desk.Detach(request.Id), request);

    private static StripeAnswer Answer(StripePaymentMethod? method, StripeRequest request) => method is null
        ? StripeAnswer.Failed(StripeErrors.NotFound("PaymentMethod", request.Id))
        : StripeAnswer.Ok(method);
}
