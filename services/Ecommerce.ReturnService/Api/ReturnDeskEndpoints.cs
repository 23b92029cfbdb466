using Ecommerce.ReturnService.Application.DecideReturn;
using Ecommerce.ReturnService.Application.InspectReturn;
using Ecommerce.ReturnService.Application.ReadReturns;
using Ecommerce.ReturnService.Application.ReceiveReturn;
using Ecommerce.ReturnService.Domain;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Json;
using Ecommerce.ServiceDefaults.Idempotency;
using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.ReturnService.Api;

/// <summary>What staff do with returns.</summary>
internal static class ReturnDeskEndpoints
{
    public static void MapReturnDeskEndpoints(this IEndpointRouteBuilder app)
    {
        var returns = app.MapGroup("/api/v1/returns").WithTags("Returns").WithValidation().RequireAuthorization(Policies.Support);
        returns.MapGet("/search", SearchAsync).WithName("SearchReturns").WithSummary("Returns for staff, by status or order.");
        returns.MapPost("/{id:guid}/approve", ApproveAsync).WithName("ApproveReturn").WithSummary("Approves a return and sends its label.")
            .WithIdempotency();
        returns.MapPost("/{id:guid}/reject", RejectAsync).WithName("RejectReturn").WithSummary("Refuses a return, with a reason.")
            .WithIdempotency();
        returns.MapPost("/{id:guid}/receive", ReceiveAsync).WithName("ReceiveReturn").WithSummary("The goods are back.").WithIdempotency();
        returns.MapPost("/{id:guid}/inspect", InspectAsync).WithName("InspectReturn").WithSummary("Says what becomes of the goods; pays them back.")
            .RequireIdempotency();
    }

    private static Task<Results<Ok<Page<ReturnResponse>>, ProblemHttpResult>> SearchAsync(
        [AsParameters] PageRequest page, WireEnum<ReturnStatus>? status, Guid? orderId, IReturnReader reader, CancellationToken cancellationToken) =>
        page.ToAnswerAsync((before, limit) => reader.ListAsync(null, status?.Value, orderId, before, limit, cancellationToken));

    private static async Task<Results<Ok<ReturnResponse>, ProblemHttpResult>> ApproveAsync(
        Guid id, ApproveReturnHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(new ReturnId(id), cancellationToken)).ToAnswer();

    private static async Task<Results<Ok<ReturnResponse>, ProblemHttpResult>> RejectAsync(
        Guid id, RejectReturnRequest request, CloseReturnHandler handler, CancellationToken cancellationToken) =>
        (await handler.RejectAsync(new ReturnId(id), request.Reason, cancellationToken)).ToAnswer();

    private static async Task<Results<Ok<ReturnResponse>, ProblemHttpResult>> ReceiveAsync(
        Guid id, ReceiveReturnHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(new ReturnId(id), cancellationToken)).ToAnswer();

    private static async Task<Results<Ok<ReturnResponse>, ProblemHttpResult>> InspectAsync(
        Guid id, InspectReturnRequest request, InspectReturnHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(
            new ReturnId(id), [.. request.Lines.Select(line => new InspectedLine(line.LineId, line.Outcome, line.Quantity))],
            cancellationToken)).ToAnswer();
}
