using Ecommerce.ProviderSandbox.Storage;
using Ecommerce.ProviderSandbox.Stripe.PaymentMethods;
using Ecommerce.ProviderSandbox.Stripe.Payments;
using Ecommerce.ProviderSandbox.Stripe.Wire;

namespace Ecommerce.ProviderSandbox.Stripe.SetupIntents;

internal sealed class StripeSetupIntentEndpoints(
    StripeState state, StripeSetupDesk desk, StripePaymentMethodDesk methods, StripePipeline pipeline, TimeProvider time) : IStripeEndpoints
{
    private static readonly string[] ConfirmParameters =
        ["payment_method", "return_url", "use_stripe_sdk", "mandate_data[*]", "payment_method_options[*]", "allowed_payment_method_types[*]"];

    public void Map(IEndpointRouteBuilder routes)
    {
        const string kind = StripeExpandable.SetupIntent;
        routes.MapPost("/v1/setup_intents", pipeline.Serve(new(kind, [
            .. ConfirmParameters, "confirm", "customer", "description", "metadata[*]", "usage",
            "automatic_payment_methods[enabled]", "automatic_payment_methods[allow_redirects]"], Create)));
        routes.MapGet("/v1/setup_intents", pipeline.Serve(new(
            kind, [.. StripePaging.Parameters, "customer", "payment_method"], List, isList: true)));
        routes.MapGet("/v1/setup_intents/{id}", pipeline.Serve(new(kind, ["client_secret"], Retrieve)));
        routes.MapPost("/v1/setup_intents/{id}/confirm", pipeline.Serve(new(kind, ConfirmParameters, Confirm)));
        routes.MapPost("/v1/setup_intents/{id}/cancel", pipeline.Serve(new(kind, ["cancellation_reason"], Cancel)));
    }

    private StripeAnswer Create(StripeRequest request)
    {
        var form = request.Form;
        var id = WireIds.New("seti_");
        var intent = new StripeSetupIntent(id, time.GetUtcNow().ToUnixTimeSeconds(), WireIds.New(id + "_secret_", 25))
        {
            AutomaticMethods = form.Boolean("automatic_payment_methods[enabled]") ?? true,
            AllowRedirects = form.OneOf("automatic_payment_methods[allow_redirects]", "always", "never"),
            Customer = form.Text("customer"),
            Description = form.Text("description"),
            Metadata = form.Metadata(StripeMetadata.Empty),
            Usage = form.OneOf("usage", "off_session", "on_session") ?? "off_session",
        };
        var confirm = form.Boolean("confirm") ?? false;
        if (form.Problem is { } problem)
        {
            return StripeAnswer.Refused(problem);
        }

        if (intent.Customer is { } customer && state.Customers.Find(customer) is not { Deleted: false })
        {
            return StripeAnswer.Failed(StripeErrors.NoSuchReference("customer", customer, "customer"));
        }

        if (confirm)
        {
            return desk.Confirm(intent, form.Text("payment_method"), form.Text("return_url"), request);
        }

        if (form.Text("payment_method") is { } methodId)
        {
            if (methods.Resolve(methodId) is not { } method)
            {
                return StripeAnswer.Failed(StripeErrors.NoSuchReference("PaymentMethod", methodId, "payment_method"));
            }

            intent = intent with { PaymentMethod = method.Id, Status = StripePaymentStatus.RequiresConfirmation };
        }

        state.SetupIntents.Add(intent);
        return StripeAnswer.Ok(intent);
    }

    private StripeAnswer List(StripeRequest request)
    {
        var (customer, method) = (request.Form.Text("customer"), request.Form.Text("payment_method"));
        return StripePaging.List(request, state.SetupIntents, item => item, item => item.Created, item =>
            (customer is null || item.Customer == customer) && (method is null || item.PaymentMethod == method));
    }

    private StripeAnswer Retrieve(StripeRequest request) => state.SetupIntents.Find(request.Id) is { } intent
        ? StripeAnswer.Ok(intent)
        : StripeAnswer.Failed(StripeErrors.NotFound("setupintent", request.Id, "intent"));

    private StripeAnswer Confirm(StripeRequest request) => state.SetupIntents.Find(request.Id) is { } intent
        ? desk.Confirm(intent, request.Form.Text("payment_method"), request.Form.Text("return_url"), request)
        : StripeAnswer.Failed(StripeErrors.NotFound("setupintent", request.Id, "intent"));

    private StripeAnswer Cancel(StripeRequest request)
    {
        var reason = request.Form.OneOf("cancellation_reason", "abandoned", "duplicate", "requested_by_customer");
        if (request.Form.Problem is { } problem)
        {
            return StripeAnswer.Refused(problem);
        }

        return desk.Change(request.Id, intent =>
        {
            if (intent.Status is "succeeded" or "canceled")
            {
                return (null, StripeSetupDesk.Unexpected(intent, $"You cannot cancel this SetupIntent because it has a status of {intent.Status}."));
            }

            var next = intent with { Status = StripePaymentStatus.Canceled, CancellationReason = reason, NextAction = null };
            return (next, StripeAnswer.Ok(next));
        });
    }
}
