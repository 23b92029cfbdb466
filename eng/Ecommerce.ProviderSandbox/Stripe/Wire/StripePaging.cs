using Ecommerce.ProviderSandbox.Storage;

namespace Ecommerce.ProviderSandbox.Stripe.Wire;

/// <summary>Reads <c>limit</c>, <c>starting_after</c>, <c>ending_before</c> and <c>created</c>, and makes the page.</summary>
internal static class StripePaging
{
    public static readonly string[] Parameters =
    [
        "limit", "starting_after", "ending_before", "created", "created[gt]", "created[gte]", "created[lt]", "created[lte]",
    ];

    public static StripeAnswer List<T>(
        StripeRequest request, BoundedStore<T> store, Func<T, IStripeObject?> show, Func<T, long> created, Func<T, bool> where)
        where T : class
    {
        var limit = request.Form.Integer("limit") ?? 10;
        if (limit is < 1 or > 100)
        {
            request.Form.Refuse(StripeErrors.Invalid("limit must be from 1 to 100.", "limit", "parameter_invalid_integer"));
        }

        var isInTime = CreatedFilter(request.Form);
        var (after, before) = (request.Form.Text("starting_after"), request.Form.Text("ending_before"));
        if (after is not null && before is not null)
        {
            request.Form.Refuse(StripeErrors.Invalid("You may only specify one of starting_after and ending_before.", "ending_before", null));
        }

        if ((after ?? before) is { } cursor && store.Find(cursor) is null)
        {
            request.Form.Refuse(StripeErrors.NoSuchReference("object", cursor, after is null ? "ending_before" : "starting_after"));
        }

        if (request.Form.Problem is { } problem)
        {
            return StripeAnswer.Refused(problem);
        }

        var (items, more) = store.Page((int)limit, after, before, item => isInTime(created(item)) && where(item));
        return StripeAnswer.Ok(new StripeList(request.Path, [.. items.Select(show).OfType<IStripeObject>()], more));
    }

    private static Func<long, bool> CreatedFilter(StripeForm form)
    {
        var exact = form.Integer("created");
        var above = form.Integer("created[gt]");
        var from = form.Integer("created[gte]");
        var below = form.Integer("created[lt]");
        var to = form.Integer("created[lte]");
        return at => !(at != exact && exact is not null) && !(at <= above) && !(at < from) && !(at >= below) && !(at > to);
    }
}
