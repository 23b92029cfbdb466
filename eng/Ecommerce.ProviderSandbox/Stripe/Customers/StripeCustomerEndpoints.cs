using Ecommerce.ProviderSandbox.Storage;
using Ecommerce.ProviderSandbox.Stripe.Events;
using Ecommerce.ProviderSandbox.Stripe.PaymentMethods;
using Ecommerce.ProviderSandbox.Stripe.Wire;

namespace Ecommerce.ProviderSandbox.Stripe.Customers;

internal sealed class StripeCustomerEndpoints(
    StripeState state, StripePaymentMethodDesk methods, StripeEvents events, StripePipeline pipeline, TimeProvider time) : IStripeEndpoints
{
    private static readonly string[] Writable =
    [
        "description", "email", "name", "phone", "metadata[*]", "invoice_settings[default_payment_method]", "preferred_locales[*]",
        "tax_exempt", "business_name", "individual_name", "validate", .. StripeAddress.Parameters("address"), .. StripeAddressed.Parameters,
    ];

    public void Map(IEndpointRouteBuilder routes)
    {
        const string kind = StripeExpandable.Customer;
        routes.MapPost("/v1/customers", pipeline.Serve(new(kind, [.. Writable, "payment_method"], Create)));
        routes.MapGet("/v1/customers", pipeline.Serve(new(kind, [.. StripePaging.Parameters, "email"], List, isList: true)));
        routes.MapGet("/v1/customers/{id}", pipeline.Serve(new(kind, [], Retrieve)));
        routes.MapPost("/v1/customers/{id}", pipeline.Serve(new(kind, Writable, Update)));
        routes.MapDelete("/v1/customers/{id}", pipeline.Serve(new(kind, [], Delete)));
        routes.MapGet("/v1/customers/{id}/payment_methods", pipeline.Serve(new(
            StripeExpandable.PaymentMethod, [.. StripePaging.Parameters, "type", "allow_redisplay"], ListMethods, isList: true)));
    }

    private StripeAnswer Create(StripeRequest request)
    {
        var customer = Read(new(WireIds.New("cus_", 14), time.GetUtcNow().ToUnixTimeSeconds()), request.Form);
        if (request.Form.Problem is { } problem)
        {
            return StripeAnswer.Refused(problem);
        }

        state.Customers.Add(customer);
        if (request.Form.Text("payment_method") is { } method && methods.Attach(method, customer.Id, "payment_method").Problem is { } refused)
        {
            state.Customers.Remove(customer.Id);
            return StripeAnswer.Failed(refused);
        }

        events.Raise("customer.created", customer, customer.Id, request);
        return StripeAnswer.Ok(customer);
    }

    private StripeAnswer Retrieve(StripeRequest request) => state.Customers.Find(request.Id) is { } customer
        ? StripeAnswer.Ok(customer)
        : StripeAnswer.Failed(StripeErrors.NotFound("customer", request.Id));

    private StripeAnswer List(StripeRequest request)
    {
        var email = request.Form.Text("email");
        return StripePaging.List(
            request, state.Customers, item => item, item => item.Created, item => !item.Deleted && (email is null || item.Email == email));
    }

    private StripeAnswer Update(StripeRequest request)
    {
        var answer = state.Customers.Change(request.Id, customer =>
        {
            if (customer is null or { Deleted: true })
            {
                return (null, StripeAnswer.Failed(StripeErrors.NotFound("customer", request.Id)));
            }

            var next = Read(customer, request.Form);
            return request.Form.Problem is { } problem ? (null, StripeAnswer.Refused(problem)) : (next, StripeAnswer.Ok(next));
        });

        if (answer.Body is StripeCustomer updated)
        {
            events.Raise("customer.updated", updated, updated.Id, request);
        }

        return answer;
    }

    private StripeAnswer Delete(StripeRequest request)
    {
        var answer = state.Customers.Change(request.Id, customer =>
        {
            var next = customer is { Deleted: false } ? customer with { Deleted = true } : null;
            return (next, next is null ? StripeAnswer.Failed(StripeErrors.NotFound("customer", request.Id)) : StripeAnswer.Ok(next));
        });
        methods.DetachAll(request.Id);
        return answer;
    }

    private StripeAnswer ListMethods(StripeRequest request) => state.Customers.Find(request.Id) is { Deleted: false }
        ? StripePaging.List(request, state.PaymentMethods, item => item, item => item.Created, item => item.Customer == request.Id)
        : StripeAnswer.Failed(StripeErrors.NotFound("customer", request.Id));

    private static StripeCustomer Read(StripeCustomer before, StripeForm form) => before with
    {
        Address = form.Has("address") ? null : StripeAddress.Read(form, "address") ?? before.Address,
        Description = form.Has("description") ? form.Text("description") : before.Description,
        Email = form.Has("email") ? form.Text("email") : before.Email,
        Name = form.Has("name") ? form.Text("name") : before.Name,
        Phone = form.Has("phone") ? form.Text("phone") : before.Phone,
        DefaultPaymentMethod = form.Text("invoice_settings[default_payment_method]") ?? before.DefaultPaymentMethod,
        Shipping = StripeAddressed.Read(form, before.Shipping),
        Metadata = form.Metadata(before.Metadata),
    };
}
