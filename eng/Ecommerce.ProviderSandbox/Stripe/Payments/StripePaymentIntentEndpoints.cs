using Ecommerce.ProviderSandbox.Storage;
using Ecommerce.ProviderSandbox.Stripe.Events;
using Ecommerce.ProviderSandbox.Stripe.Wire;

namespace Ecommerce.ProviderSandbox.Stripe.Payments;

internal sealed class StripePaymentIntentEndpoints(
    StripeState state, StripePaymentDesk desk, StripeEvents events, StripePipeline pipeline, TimeProvider time) : IStripeEndpoints
{
    public void Map(IEndpointRouteBuilder routes)
    {
        const string kind = StripeExpandable.PaymentIntent;
        routes.MapPost("/v1/payment_intents", pipeline.Serve(new(kind, StripePaymentForm.CreateParameters, Create)));
        routes.MapGet("/v1/payment_intents", pipeline.Serve(new(kind, [.. StripePaging.Parameters, "customer"], List, isList: true)));
        routes.MapGet("/v1/payment_intents/search", pipeline.Serve(new(kind, ["query", "limit", "page"], Search, isList: true)));
        routes.MapGet("/v1/payment_intents/{id}", pipeline.Serve(new(kind, ["client_secret"], Retrieve)));
        routes.MapPost("/v1/payment_intents/{id}", pipeline.Serve(new(kind, StripePaymentForm.UpdateParameters, Update)));
        routes.MapPost("/v1/payment_intents/{id}/confirm", pipeline.Serve(new(kind, StripePaymentForm.ConfirmParameters, Confirm)));
        routes.MapPost("/v1/payment_intents/{id}/capture", pipeline.Serve(new(
            kind, StripePaymentForm.CaptureParameters, request => Locked(request, desk.Capture))));
        routes.MapPost("/v1/payment_intents/{id}/cancel", pipeline.Serve(new(
            kind, ["cancellation_reason"], request => Locked(request, desk.Cancel))));
    }

    private StripeAnswer Create(StripeRequest request)
    {
        var form = request.Form;
        var id = WireIds.New("pi_");
        var intent = StripePaymentForm.Create(form, id, WireIds.New(id + "_secret_", 25), time.GetUtcNow().ToUnixTimeSeconds());
        var confirm = form.Boolean("confirm") ?? false;
        var how = StripePaymentForm.Confirmation(form);
        if (form.Problem is { } problem)
        {
            return StripeAnswer.Refused(problem);
        }

        if (NoSuchCustomer(intent) is { } noSuch)
        {
            return StripeAnswer.Failed(noSuch);
        }

        if (!confirm && how.PaymentMethod is { } methodId)
        {
            var (method, wrong) = desk.Method(methodId, intent);
            if (method is null)
            {
                return StripeAnswer.Failed(wrong!);
            }

            intent = intent with { PaymentMethod = method.Id, Status = StripePaymentStatus.RequiresConfirmation };
        }

        return Open(intent, confirm ? how : null, request);
    }

    private StripeAnswer Open(StripePaymentIntent intent, StripeConfirmation? how, StripeRequest request)
    {
        var (method, refusal) = how is null ? default : desk.Prepare(intent, how);
        if (refusal is not null)
        {
            return refusal;
        }

        var payment = new StripePayment(intent);
        lock (payment.Gate)
        {
            // Kept before it is confirmed: a declined intent stays.
            state.Payments.Add(payment);
            events.Raise("payment_intent.created", intent, payment.Id, request);
            return method is null ? StripeAnswer.Ok(intent) : desk.Confirm(payment, method, how!, request);
        }
    }

    private StripeAnswer Retrieve(StripeRequest request) => state.Payments.Find(request.Id) is { } payment
        ? StripeAnswer.Ok(payment.Current)
        : NotFound(request);

    private StripeAnswer List(StripeRequest request)
    {
        var customer = request.Form.Text("customer");
        return StripePaging.List(
            request,
            state.Payments,
            item => item.Current,
            item => item.Current.Created,
            item => customer is null || item.Current.Customer == customer);
    }

    private StripeAnswer Search(StripeRequest request)
    {
        var limit = request.Form.Integer("limit") ?? 10;
        var clauses = StripeSearch.Parse(request.Form);
        if (request.Form.Problem is { } problem)
        {
            return StripeAnswer.Refused(problem);
        }

        var (found, more) = state.Payments.Page(
            (int)Math.Clamp(limit, 1, 100), request.Form.Text("page"), null, item => clauses.All(clause => clause(item.Current)));
        return StripeAnswer.Ok(new StripeList(
            request.Path, [.. found.Select(item => item.Current)], more, "search_result", more ? found[^1].Id : null));
    }

    private StripeAnswer Update(StripeRequest request) => Locked(request, (payment, _) =>
    {
        var intent = payment.Current;
        var next = StripePaymentForm.Update(request.Form, intent);
        if (request.Form.Problem is { } problem)
        {
            return StripeAnswer.Refused(problem);
        }

        if (NoSuchCustomer(next) is { } noSuch)
        {
            return StripeAnswer.Failed(noSuch);
        }

        var isOpen = intent.Status is StripePaymentStatus.RequiresPaymentMethod or StripePaymentStatus.RequiresConfirmation
            or StripePaymentStatus.RequiresAction;
        if (!isOpen && (next.Amount != intent.Amount || next.Currency != intent.Currency || request.Form.Has("payment_method")))
        {
            return StripePaymentDesk.Unexpected(intent, $"This PaymentIntent's amount, currency and payment_method could not be updated because it has a status of {intent.Status}.");
        }

        if (request.Form.Text("payment_method") is { } id)
        {
            var (method, wrong) = desk.Method(id, next);
            if (method is null)
            {
                return StripeAnswer.Failed(wrong!);
            }

            next = next with { PaymentMethod = method.Id, Status = StripePaymentStatus.RequiresConfirmation, NextAction = null };
        }

        payment.Current = next;
        return StripeAnswer.Ok(next);
    });

    private StripeAnswer Confirm(StripeRequest request) => Locked(request, (payment, _) =>
    {
        var next = StripePaymentForm.Options(request.Form, payment.Current);
        var how = StripePaymentForm.Confirmation(request.Form);
        if (request.Form.Problem is { } problem)
        {
            return StripeAnswer.Refused(problem);
        }

        var (method, refusal) = desk.Prepare(next, how);
        if (refusal is not null)
        {
            return refusal;
        }

        payment.Current = next;
        return desk.Confirm(payment, method!, how, request);
    });

    private StripeAnswer Locked(StripeRequest request, Func<StripePayment, StripeRequest, StripeAnswer> work)
    {
        if (state.Payments.Find(request.Id) is not { } payment)
        {
            return NotFound(request);
        }

        lock (payment.Gate)
        {
            return work(payment, request);
        }
    }

    private StripeError? NoSuchCustomer(StripePaymentIntent intent) =>
        intent.Customer is { } customer && state.Customers.Find(customer) is not { Deleted: false }
            ? StripeErrors.NoSuchReference("customer", customer, "customer")
            : null;

    private static StripeAnswer NotFound(StripeRequest request) =>
        StripeAnswer.Failed(StripeErrors.NotFound("payment_intent", request.Id, "intent"));
}
