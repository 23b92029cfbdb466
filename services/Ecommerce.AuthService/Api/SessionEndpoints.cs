using System.Security.Claims;
using Ecommerce.AuthService.Application.ReadAccount;
using Ecommerce.AuthService.Application.Sessions;
using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.AuthService.Api;

internal static class SessionEndpoints
{
    public static void MapSessionEndpoints(this IEndpointRouteBuilder app)
    {
        var auth = app.MapGroup("/api/v1/auth").WithTags("Sessions and devices").WithValidation().RequireAuthorization(Callers.Person);
        auth.MapGet("/sessions", ListSessionsAsync).WithName("ListSessions").WithSummary("Where the caller is logged in, newest first.");
        auth.MapDelete("/sessions/{id:guid}", EndSessionAsync).WithName("EndSession").WithSummary("Ends one of the caller's sessions.");
        auth.MapGet("/devices", ListDevicesAsync).WithName("ListDevices").WithSummary("The devices that the caller has used, newest first.");
        auth.MapPatch("/devices/{id:guid}", RenameDeviceAsync).WithName("RenameDevice").WithSummary("Names a device.");
        auth.MapDelete("/devices/{id:guid}", ForgetDeviceAsync).WithName("ForgetDevice").WithSummary("Forgets a device and ends its sessions.");
    }

    private static async Task<Results<Ok<Page<SessionResponse>>, ProblemHttpResult>> ListSessionsAsync(
        [AsParameters] PageRequest page, IAccountReader reader, ClaimsPrincipal caller, TimeProvider clock, CancellationToken cancellationToken)
    {
        var cursor = page.ReadCursor();
        if (!cursor.IsSuccess)
        {
            return cursor.Error.ToProblem();
        }

        var sessions = await reader.SessionsAsync(caller.AccountId(), cursor.Value.Before, page.Size + 1, clock.GetUtcNow(), cancellationToken);
        return TypedResults.Ok(KeysetCursor.ToPage(
            [.. sessions.Select(session => SessionResponse.Of(session, caller.SessionId()))], page.Size, session => new IdCursor(session.Id)));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EndSessionAsync(
        Guid id, LogOutHandler handler, ClaimsPrincipal caller, HttpContext http, CancellationToken cancellationToken)
    {
        var ended = await handler.OneAsync(caller.AccountId(), id, http.Origin(), cancellationToken);
        return ended.IsSuccess ? TypedResults.NoContent() : ended.Error.ToProblem();
    }

    private static async Task<Results<Ok<Page<DeviceView>>, ProblemHttpResult>> ListDevicesAsync(
        [AsParameters] PageRequest page, IAccountReader reader, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        var cursor = page.ReadCursor();
        if (!cursor.IsSuccess)
        {
            return cursor.Error.ToProblem();
        }

        var devices = await reader.DevicesAsync(caller.AccountId(), cursor.Value.Before, page.Size + 1, cancellationToken);
        return TypedResults.Ok(KeysetCursor.ToPage(devices, page.Size, device => new IdCursor(device.Id)));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RenameDeviceAsync(
        Guid id, RenameDeviceRequest request, DeviceHandler handler, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        var renamed = await handler.RenameAsync(caller.AccountId(), id, request.Name, cancellationToken);
        return renamed.IsSuccess ? TypedResults.NoContent() : renamed.Error.ToProblem();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ForgetDeviceAsync(
        Guid id, DeviceHandler handler, ClaimsPrincipal caller, HttpContext http, CancellationToken cancellationToken)
    {
        var forgotten = await handler.ForgetAsync(caller.AccountId(), id, http.Origin(), cancellationToken);
        return forgotten.IsSuccess ? TypedResults.NoContent() : forgotten.Error.ToProblem();
    }
}
