using Ecommerce.ProviderSandbox.Stripe.Wire;

namespace Ecommerce.ProviderSandbox.Stripe.Payments;

internal sealed class StripeChargeEndpoints(StripeState state, StripePipeline pipeline) : IStripeEndpoints
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/charges", pipeline.Serve(new(
            StripeExpandable.Charge, [.. StripePaging.Parameters, "customer", "payment_intent", "transfer_group"], List, isList: true)));
        routes.MapGet("/v1/charges/{id}", pipeline.Serve(new(StripeExpandable.Charge, [], Retrieve)));
        routes.MapGet("/v1/balance_transactions/{id}", pipeline.Serve(new(StripeExpandable.BalanceTransaction, [], RetrieveTransaction)));
    }

    private StripeAnswer Retrieve(StripeRequest request) => state.Charges.Find(request.Id)?.Charge is { } charge
        ? StripeAnswer.Ok(charge)
        : StripeAnswer.Failed(StripeErrors.NotFound("charge", request.Id));

    private StripeAnswer List(StripeRequest request)
    {
        var (intent, customer, group) =
            (request.Form.Text("payment_intent"), request.Form.Text("customer"), request.Form.Text("transfer_group"));
        return StripePaging.List(request, state.Charges, item => item.Charge, item => item.Created, item =>
            (intent is null || item.Payment.Id == intent)
            && (customer is null || item.Payment.Current.Customer == customer)
            && (group is null || item.Payment.Current.TransferGroup == group));
    }

    private StripeAnswer RetrieveTransaction(StripeRequest request) =>
        request.Id.StartsWith("txn_", StringComparison.Ordinal) && StripeBalanceTransaction.Find(state, request.Id) is { } found
            ? StripeAnswer.Ok(found)
            : StripeAnswer.Failed(StripeErrors.NotFound("balance transaction", request.Id));
}
