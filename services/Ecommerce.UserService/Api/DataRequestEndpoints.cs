using System.Security.Claims;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Json;
using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Telemetry;
using Ecommerce.ServiceDefaults.Validation;
using Ecommerce.SharedKernel.Results;
using Ecommerce.UserService.Application.DataRequests;
using Ecommerce.UserService.Domain.DataRequests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.UserService.Api;

internal static class DataRequestEndpoints
{
    public static void MapDataRequestEndpoints(this IEndpointRouteBuilder app)
    {
        var me = app.MapGroup("/api/v1/users/me").WithTags("Personal data").RequireAuthorization(Policies.Customer).WithValidation();
        me.MapPost("/data-exports", ExportAsync).WithName("ExportMyData").WithSummary("Asks for a copy of everything that the shop holds of the caller.")
            .RequireRecentProof().WithIdempotency();
        me.MapPost("/erasure", EraseAsync).WithName("EraseMe").WithSummary("Asks to be forgotten: the account goes at once, the rest as soon as nothing under way needs it.")
            .RequireRecentProof().WithIdempotency();
        me.MapGet("/data-requests", ListMineAsync).WithName("ListMyDataRequests").WithSummary("The caller's requests, newest first, and how far each service is.");
        me.MapGet("/data-requests/{id:guid}", GetMineAsync).WithName("GetMyDataRequest").WithSummary("One of the caller's requests.");
        me.MapPost("/data-requests/{id:guid}/download-link", LinkAsync).WithName("CreateDownloadLink").WithSummary("A link to the archive that works once; an earlier one stops working.")
            .RequireRecentProof();
        me.MapGet("/data-exports/{token}", DownloadAsync).WithName("DownloadMyData").WithSummary("The archive, once a link.").WithSecretPath();
        app.MapGroup("/api/v1/users/data-requests").WithTags("Personal data").RequireAuthorization(Policies.Support)
            .MapGet("/", ListAsync).WithName("ListDataRequests").WithSummary("Everybody's requests, newest first, for those who watch the deadline.");
    }

    private static async Task<Results<Accepted<DataRequestResponse>, ProblemHttpResult>> ExportAsync(
        HttpContext http, DataRequestHandler handler, TimeProvider clock, CancellationToken cancellationToken) =>
        Answer(await handler.ExportAsync(http.ResourceId(clock), http.User.RequireUserId(), cancellationToken));

    private static async Task<Results<Accepted<DataRequestResponse>, ProblemHttpResult>> EraseAsync(
        EraseRequest request, HttpContext http, DataRequestHandler handler, TimeProvider clock, CancellationToken cancellationToken) =>
        Answer(await handler.EraseAsync(http.ResourceId(clock), http.User.RequireUserId(), request.Email, cancellationToken));

    private static Task<Results<Ok<Page<DataRequestResponse>>, ProblemHttpResult>> ListMineAsync(
        [AsParameters] PageRequest page, ClaimsPrincipal caller, IDataRequestStore requests, CancellationToken cancellationToken) =>
        PageAsync(page, caller.RequireUserId(), null, requests, cancellationToken);

    private static Task<Results<Ok<Page<DataRequestResponse>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageRequest page, WireEnum<DataRequestState>? state, IDataRequestStore requests, CancellationToken cancellationToken) =>
        PageAsync(page, null, state?.Value, requests, cancellationToken);

    private static async Task<Results<Ok<DataRequestResponse>, ProblemHttpResult>> GetMineAsync(
        Guid id, ClaimsPrincipal caller, IDataRequestStore requests, CancellationToken cancellationToken) =>
        await requests.FindAsync(id, cancellationToken) is { } request && request.CustomerId == caller.RequireUserId()
            ? TypedResults.Ok(DataRequestResponse.Of(request))
            : DataRequestErrors.NotFound.ToProblem();

    private static async Task<Results<Created<DownloadLinkResponse>, ProblemHttpResult>> LinkAsync(
        Guid id, ClaimsPrincipal caller, DataRequestHandler handler, CancellationToken cancellationToken)
    {
        var link = await handler.LinkAsync(id, caller.RequireUserId(), cancellationToken);
        if (!link.IsSuccess)
        {
            return link.Error.ToProblem();
        }

        var url = $"/api/v1/users/me/data-exports/{link.Value.Token}";
        return TypedResults.Created(url, new DownloadLinkResponse(url, link.Value.ExpiresAt));
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> DownloadAsync(
        string token, HttpContext http, DataRequestHandler handler, CancellationToken cancellationToken)
    {
        var archive = await handler.DownloadAsync(token, http.User.RequireUserId(), cancellationToken);
        if (!archive.IsSuccess)
        {
            return archive.Error.ToProblem();
        }

        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.File(archive.Value, "application/zip", "my-data.zip");
    }

    private static async Task<Results<Ok<Page<DataRequestResponse>>, ProblemHttpResult>> PageAsync(
        PageRequest page, Guid? customerId, DataRequestState? state, IDataRequestStore requests, CancellationToken cancellationToken)
    {
        if (page.Check() is { IsSuccess: false, Error: { } outOfRange })
        {
            return outOfRange.ToProblem();
        }

        var cursor = KeysetCursor.Read<IdCursor>(page.Cursor);
        if (cursor.Error is { } foreignCursor)
        {
            return foreignCursor.ToProblem();
        }

        var found = await requests.ListAsync(customerId, state, cursor.Value?.Id, page.Size + 1, cancellationToken);
        return TypedResults.Ok(KeysetCursor.ToPage([.. found.Select(DataRequestResponse.Of)], page.Size, request => new IdCursor(request.Id)));
    }

    private static Results<Accepted<DataRequestResponse>, ProblemHttpResult> Answer(Result<DataRequest> request) => request.IsSuccess
        ? TypedResults.Accepted($"/api/v1/users/me/data-requests/{request.Value.Id}", DataRequestResponse.Of(request.Value))
        : request.Error.ToProblem();
}
