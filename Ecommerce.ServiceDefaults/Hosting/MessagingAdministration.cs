using Ecommerce.Messaging.Consuming;
using Ecommerce.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Ecommerce.ServiceDefaults.Hosting;

/// <summary>Dead letters, for the people who run the system.</summary>
public static class MessagingAdministration
{
    private const int Most = 100;

    /// <summary>Maps <c>/internal/v1/messaging/dead-letters</c> (look) and <c>…/redrive</c> (send again); admins and services only.</summary>
    public static void MapMessagingAdministration(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/internal/v1/messaging/dead-letters").RequireAuthorization(Policies.Operations).WithTags("Messaging");
        group.MapGet("/", PeekAsync).WithName("ListDeadLetters").WithSummary("The oldest messages that were given up, with the reason.");
        group.MapPost("/redrive", RedriveAsync).WithName("RedriveDeadLetters").WithSummary("Puts messages that were given up back into the queue.");
    }

    private static async Task<Ok<IReadOnlyList<DeadLetter>>> PeekAsync(DeadLetters letters, CancellationToken cancellationToken) =>
        TypedResults.Ok(await letters.PeekAsync(Most, cancellationToken));

    private static async Task<Ok<RedriveAnswer>> RedriveAsync(DeadLetters letters, CancellationToken cancellationToken) =>
        TypedResults.Ok(new RedriveAnswer(await letters.RedriveAsync(int.MaxValue, cancellationToken)));
}
