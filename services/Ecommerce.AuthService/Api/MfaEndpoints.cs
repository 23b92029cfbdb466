using System.Security.Claims;
using Ecommerce.AuthService.Application;
using Ecommerce.AuthService.Application.Mfa;
using Ecommerce.AuthService.Domain;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.AuthService.Api;

internal static class MfaEndpoints
{
    public static void MapMfaEndpoints(this IEndpointRouteBuilder app)
    {
        var mfa = app.MapGroup("/api/v1/auth/mfa").WithTags("Second factor").WithValidation().RequireAuthorization(Callers.Person);
        mfa.MapGet("/", GetAsync).WithName("GetMfa").WithSummary("Whether the caller has a second factor.");
        mfa.MapPost("/totp", BeginAsync).WithName("BeginMfa").WithSummary("A secret for an authenticator, with its QR code; nothing changes before it is confirmed.")
            .RequireRecentProof().NotStored();
        mfa.MapPost("/totp/confirm", ConfirmAsync).WithName("ConfirmMfa").WithSummary("Asks for the second factor from now on; gives the recovery codes.")
            .RequireRecentProof().NotStored();
        mfa.MapDelete("/totp", DisableAsync).WithName("DisableMfa").WithSummary("Takes the second factor away; it has to be proved by it.")
            .RequireRecentProof(secondFactor: true);
        mfa.MapPost("/recovery-codes", ReplaceCodesAsync).WithName("ReplaceRecoveryCodes").WithSummary("New recovery codes; earlier ones stop working.")
            .RequireRecentProof(secondFactor: true).NotStored();
    }

    private static async Task<Results<Ok<MfaResponse>, ProblemHttpResult>> GetAsync(
        IAccountStore accounts, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        await accounts.FindAsync(caller.AccountId(), cancellationToken) is { } account
            ? TypedResults.Ok(new MfaResponse(account.HasMfa, account.MfaEnabledAt, account.RecoveryCodeHashes.Length))
            : AccountErrors.RefreshInvalid.ToProblem();

    private static async Task<Results<Ok<EnrolmentResponse>, ProblemHttpResult>> BeginAsync(
        MfaHandler handler, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        var enrolment = await handler.BeginAsync(caller.AccountId(), cancellationToken);
        return enrolment.IsSuccess
            ? TypedResults.Ok(new EnrolmentResponse(enrolment.Value.Secret, enrolment.Value.Uri, enrolment.Value.QrCode))
            : enrolment.Error.ToProblem();
    }

    private static async Task<Results<Ok<RecoveryCodesResponse>, ProblemHttpResult>> ConfirmAsync(
        CodeRequest request, MfaHandler handler, ClaimsPrincipal caller, HttpContext http, CancellationToken cancellationToken)
    {
        var codes = await handler.ConfirmAsync(caller.AccountId(), request.Code, http.Origin(), cancellationToken);
        return codes.IsSuccess ? TypedResults.Ok(new RecoveryCodesResponse(codes.Value)) : codes.Error.ToProblem();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DisableAsync(
        MfaHandler handler, ClaimsPrincipal caller, HttpContext http, CancellationToken cancellationToken)
    {
        var disabled = await handler.DisableAsync(caller.AccountId(), http.Origin(), cancellationToken);
        return disabled.IsSuccess ? TypedResults.NoContent() : disabled.Error.ToProblem();
    }

    private static async Task<Results<Ok<RecoveryCodesResponse>, ProblemHttpResult>> ReplaceCodesAsync(
        MfaHandler handler, ClaimsPrincipal caller, HttpContext http, CancellationToken cancellationToken)
    {
        var codes = await handler.ReplaceRecoveryCodesAsync(caller.AccountId(), http.Origin(), cancellationToken);
        return codes.IsSuccess ? TypedResults.Ok(new RecoveryCodesResponse(codes.Value)) : codes.Error.ToProblem();
    }
}
