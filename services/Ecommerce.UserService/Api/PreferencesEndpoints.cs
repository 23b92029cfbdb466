using System.Security.Claims;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Ecommerce.ServiceDefaults.Versioning;
using Ecommerce.SharedKernel.Results;
using Ecommerce.UserService.Application.Profile;
using Ecommerce.UserService.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.UserService.Api;

internal static class PreferencesEndpoints
{
    public static void MapPreferencesEndpoints(this IEndpointRouteBuilder app)
    {
        var me = app.MapGroup("/api/v1/users/me/preferences").WithTags("Customers").RequireAuthorization(Policies.Customer).WithValidation();
        me.MapGet("/", GetAsync).WithName("GetPreferences").WithSummary("The caller's locale, currency and consent, with when and where it was given.");
        me.MapPut("/", ChangeAsync).WithName("ChangePreferences").WithSummary("Changes them.");
    }

    private static async Task<Results<Ok<PreferencesResponse>, ProblemHttpResult>> GetAsync(
        ClaimsPrincipal caller, ProfileHandler handler, HttpResponse response, CancellationToken cancellationToken) =>
        Answer(await handler.GetAsync(caller.RequireUserId(), cancellationToken), response);

    private static async Task<Results<Ok<PreferencesResponse>, ProblemHttpResult>> ChangeAsync(
        PreferencesRequest request, HttpContext http, ProfileHandler handler, TimeProvider clock, CancellationToken cancellationToken)
    {
        var version = http.Request.IfMatchVersion();
        if (version.Error is { } stale)
        {
            return stale.ToProblem();
        }

        var consents = new Dictionary<ConsentChannel, bool>
        {
            [ConsentChannel.Email] = request.Marketing.Email,
            [ConsentChannel.Sms] = request.Marketing.Sms,
            [ConsentChannel.Push] = request.Marketing.Push,
        };
        var changed = await handler.ChangeAsync(http.User.RequireUserId(), version.Value, customer =>
        {
            customer.ChangePreferences(request.Locale, request.Currency, consents, request.Source, clock.GetUtcNow());
            return Result.Success;
        }, cancellationToken);
        return Answer(changed, http.Response);
    }

    private static Results<Ok<PreferencesResponse>, ProblemHttpResult> Answer(Result<Customer> customer, HttpResponse response)
    {
        if (!customer.IsSuccess)
        {
            return customer.Error.ToProblem();
        }

        response.SetVersion(customer.Value.Version);
        return TypedResults.Ok(PreferencesResponse.Of(customer.Value));
    }
}
