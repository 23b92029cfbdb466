using System.Security.Claims;
using Ecommerce.Contracts;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Ecommerce.ServiceDefaults.Versioning;
using Ecommerce.SharedKernel.Results;
using Ecommerce.UserService.Application;
using Ecommerce.UserService.Application.Profile;
using Ecommerce.UserService.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.UserService.Api;

internal static class UserEndpoints
{
    public static void MapUserEndpoints(this IEndpointRouteBuilder app)
    {
        var me = app.MapGroup("/api/v1/users/me").WithTags("Customers").RequireAuthorization(Policies.Customer).WithValidation();
        me.MapGet("/", GetAsync).WithName("GetProfile").WithSummary("The caller's profile and addresses.");
        me.MapPut("/", ChangeAsync).WithName("ChangeProfile").WithSummary("Changes the caller's profile.");
        me.MapPost("/addresses", AddAddressAsync).WithName("AddAddress").WithSummary("Adds an address to the caller's book.").WithIdempotency();
        me.MapPut("/addresses/{id:guid}", ChangeAddressAsync).WithName("ChangeAddress").WithSummary("Changes one of the caller's addresses.");
        me.MapDelete("/addresses/{id:guid}", RemoveAddressAsync).WithName("RemoveAddress").WithSummary("Removes one of the caller's addresses.");
        me.MapGet("/activity", ListActivityAsync).WithName("ListActivity").WithSummary("What happened in the caller's account, newest first.");
    }

    private static async Task<Results<Ok<ProfileResponse>, ProblemHttpResult>> GetAsync(
        ClaimsPrincipal caller, ProfileHandler handler, HttpResponse response, CancellationToken cancellationToken) =>
        Answer(await handler.GetAsync(caller.RequireUserId(), cancellationToken), response);

    private static Task<Results<Ok<ProfileResponse>, ProblemHttpResult>> ChangeAsync(
        ProfileRequest request, HttpContext http, ProfileHandler handler, TimeProvider clock, CancellationToken cancellationToken) =>
        ApplyAsync(http, handler, customer =>
        {
            customer.Rename(request.Name);
            customer.ChangePreferences(
                request.Locale, request.Currency, new Dictionary<ConsentChannel, bool> { [ConsentChannel.Email] = request.MarketingConsent }, "profile", clock.GetUtcNow());
            return Result.Success;
        }, cancellationToken);

    private static async Task<Results<Created<AddressResponse>, ProblemHttpResult>> AddAddressAsync(
        AddressRequest request, HttpContext http, ProfileHandler handler, TimeProvider clock, CancellationToken cancellationToken)
    {
        var id = http.ResourceId(clock);
        CustomerAddress? added = null;
        var changed = await handler.ChangeAsync(http.User.RequireUserId(), null, customer =>
        {
            var result = customer.AddAddress(id, ToDomain(request.Address), request.DefaultShipping, request.DefaultBilling);
            added = result.Value;
            return result.Error is { } error ? error : Result.Success;
        }, cancellationToken);
        if (!changed.IsSuccess)
        {
            return changed.Error.ToProblem();
        }

        http.Response.SetVersion(changed.Value.Version);
        return TypedResults.Created($"/api/v1/users/me/addresses/{id}", AddressResponse.Of(added!));
    }

    private static Task<Results<Ok<ProfileResponse>, ProblemHttpResult>> ChangeAddressAsync(
        Guid id, AddressRequest request, HttpContext http, ProfileHandler handler, CancellationToken cancellationToken) =>
        ApplyAsync(http, handler, customer => customer.ChangeAddress(id, ToDomain(request.Address), request.DefaultShipping, request.DefaultBilling), cancellationToken);

    private static Task<Results<Ok<ProfileResponse>, ProblemHttpResult>> RemoveAddressAsync(
        Guid id, HttpContext http, ProfileHandler handler, CancellationToken cancellationToken) =>
        ApplyAsync(http, handler, customer => customer.RemoveAddress(id), cancellationToken);

    private static async Task<Results<Ok<Page<ActivityResponse>>, ProblemHttpResult>> ListActivityAsync(
        [AsParameters] PageRequest page, ClaimsPrincipal caller, ICustomerStore customers, CancellationToken cancellationToken)
    {
        if (page.Check() is { IsSuccess: false, Error: { } outOfRange })
        {
            return outOfRange.ToProblem();
        }

        var cursor = KeysetCursor.Read<ActivityCursor>(page.Cursor);
        if (cursor.Error is { } foreignCursor)
        {
            return foreignCursor.ToProblem();
        }

        var activities = await customers.ListActivitiesAsync(caller.RequireUserId(), cursor.Value?.At, cursor.Value?.Id, page.Size + 1, cancellationToken);
        return TypedResults.Ok(KeysetCursor.ToPage(
            [.. activities.Select(activity => new ActivityResponse(activity.Id, activity.At, activity.What, activity.Reference))],
            page.Size,
            activity => new ActivityCursor(activity.At, activity.Id)));
    }

    private static async Task<Results<Ok<ProfileResponse>, ProblemHttpResult>> ApplyAsync(
        HttpContext http, ProfileHandler handler, Func<Customer, Result> change, CancellationToken cancellationToken)
    {
        var version = http.Request.IfMatchVersion();
        return version.Error is { } stale
            ? stale.ToProblem()
            : Answer(await handler.ChangeAsync(http.User.RequireUserId(), version.Value, change, cancellationToken), http.Response);
    }

    private static Results<Ok<ProfileResponse>, ProblemHttpResult> Answer(Result<Customer> customer, HttpResponse response)
    {
        if (!customer.IsSuccess)
        {
            return customer.Error.ToProblem();
        }

        response.SetVersion(customer.Value.Version);
        return TypedResults.Ok(ProfileResponse.Of(customer.Value));
    }

    private static PostalAddress ToDomain(AddressDto address) => new(
        address.Name, address.Line1, address.Line2, address.City, address.Region, address.PostalCode, address.Country, address.Phone);
}
