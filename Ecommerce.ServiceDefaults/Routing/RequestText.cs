using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.SharedKernel.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Ecommerce.ServiceDefaults.Routing;

internal static class RequestText
{
    /// <summary>Refuses requests whose path or query contains text that is not well-formed (<see cref="WellFormedText"/>). Bodies are checked when they are read.</summary>
    public static void RefuseMalformedText(this IApplicationBuilder app) => app.Use(next => context =>
        IsWellFormed(context.Request) ? next(context) : TextErrors.Malformed.ToProblem().ExecuteAsync(context));

    private static bool IsWellFormed(HttpRequest request)
    {
        if (!WellFormedText.IsWellFormed(request.Path.Value))
        {
            return false;
        }

        // The server refuses a query that is not ASCII, so only escaped characters can be malformed.
        return request.QueryString.Value is not { } query || !query.Contains('%')
            || request.Query.All(parameter => WellFormedText.IsWellFormed(parameter.Key) && parameter.Value.All(value => WellFormedText.IsWellFormed(value)));
    }
}
