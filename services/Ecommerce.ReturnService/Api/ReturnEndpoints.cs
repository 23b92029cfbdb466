using System.Security.Claims;
using Ecommerce.ReturnService.Application.DecideReturn;
using Ecommerce.ReturnService.Application.ReadReturns;
using Ecommerce.ReturnService.Application.RequestReturn;
using Ecommerce.ReturnService.Domain;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.ReturnService.Api;

internal static class ReturnEndpoints
{
    public static void MapReturnEndpoints(this IEndpointRouteBuilder app)
    {
        var returns = app.MapGroup("/api/v1/returns").WithTags("Returns").WithValidation();
        returns.MapPost("/", RequestAsync).WithName("RequestReturn").WithSummary("Asks to send goods of one's own order back.")
            .RequireAuthorization(Policies.Customer).RequireIdempotency();
        returns.MapGet("/", ListAsync).WithName("ListReturns").WithSummary("The customer's own returns, newest first.")
            .RequireAuthorization(Policies.Customer);
        returns.MapGet("/{id:guid}", GetAsync).WithName("GetReturn").WithSummary("A return, for its customer and for support.")
            .RequireAuthorization();
        returns.MapPost("/{id:guid}/cancel", CancelAsync).WithName("CancelReturn").WithSummary("Gives a return up, until the goods are here.")
            .RequireAuthorization(Policies.Customer).WithIdempotency();
    }

    private static async Task<Results<Created<ReturnResponse>, ProblemHttpResult>> RequestAsync(
        RequestReturnRequest request, RequestReturnHandler handler, HttpContext http, TimeProvider clock, CancellationToken cancellationToken)
    {
        var result = await handler.HandleAsync(
            new ReturnId(http.ResourceId(clock)), request.OrderId, http.User.RequireUserId(),
            [.. request.Lines.Select(line => new WantedLine(line.LineId, line.Quantity, line.Reason))], request.Comment, cancellationToken);
        return result.IsSuccess
            ? TypedResults.Created($"/api/v1/returns/{result.Value.Id}", ReturnResponse.Of(result.Value))
            : result.Error.ToProblem();
    }

    private static Task<Results<Ok<Page<ReturnResponse>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageRequest page, IReturnReader reader, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        page.ToAnswerAsync((before, limit) => reader.ListAsync(caller.RequireUserId(), null, null, before, limit, cancellationToken));

    private static async Task<Results<Ok<ReturnResponse>, ProblemHttpResult>> GetAsync(
        Guid id, IReturnReader reader, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        var request = await reader.FindAsync(new ReturnId(id), cancellationToken);
        var maySee = request is not null
            && (request.CustomerId == caller.UserId() || caller.IsInRole(Roles.Support) || caller.IsInRole(Roles.Admin));
        return maySee ? TypedResults.Ok(ReturnResponse.Of(request!)) : ReturnErrors.NotFound.ToProblem();
    }

    private static async Task<Results<Ok<ReturnResponse>, ProblemHttpResult>> CancelAsync(
        Guid id, CloseReturnHandler handler, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        (await handler.CancelAsync(new ReturnId(id), caller.RequireUserId(), cancellationToken)).ToAnswer();
}
