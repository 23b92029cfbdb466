using System.Security.Claims;
using Ecommerce.NotificationService.Application.ReadNotifications;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Paging;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ecommerce.NotificationService.Api;

internal static class NotificationEndpoints
{
    public static void MapNotificationEndpoints(this IEndpointRouteBuilder app)
    {
        var notifications = app.MapGroup("/api/v1/notifications").WithTags("Notifications");
        notifications.MapGet("/", ListAsync).WithName("ListNotifications").WithSummary("What was sent to the customer, newest first.")
            .RequireAuthorization(Policies.Customer);
    }

    private static async Task<Results<Ok<Page<NotificationResponse>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageRequest page, INotificationReader reader, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        if (page.Check() is { IsSuccess: false, Error: { } outOfRange })
        {
            return outOfRange.ToProblem();
        }

        var cursor = KeysetCursor.Read<NotificationCursor>(page.Cursor);
        if (cursor.Error is { } foreignCursor)
        {
            return foreignCursor.ToProblem();
        }

        var notifications = await reader.ListAsync(caller.RequireUserId(), cursor.Value?.Id, page.Size + 1, cancellationToken);
        return TypedResults.Ok(KeysetCursor.ToPage(
            [.. notifications.Select(NotificationResponse.Of)], page.Size, notification => new NotificationCursor(notification.Id)));
    }
}
