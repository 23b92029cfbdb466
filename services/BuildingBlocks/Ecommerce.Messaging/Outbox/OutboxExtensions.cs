using System.Diagnostics;
using System.Text.Json;
using Ecommerce.Contracts;
using Ecommerce.Messaging.Envelope;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.Messaging.Outbox;

/// <summary>Puts events into the outbox.</summary>
public static class OutboxExtensions
{
    /// <summary>Adds an event to the unit of work: it is sent if, and only if, the changes are committed.</summary>
    /// <param name="context">A context whose model has <see cref="MessagingModel.AddMessaging"/>.</param>
    /// <param name="integrationEvent">What happened.</param>
    /// <param name="now">When, UTC.</param>
    public static void AddToOutbox(this DbContext context, IIntegrationEvent integrationEvent, DateTimeOffset now)
    {
        var type = integrationEvent.GetType();
        context.Add(new OutboxMessage
        {
            Id = Guid.CreateVersion7(now),
            Type = EventTypes.NameOf(type),
            Subject = integrationEvent.Subject,
            Time = now,
            TraceParent = Activity.Current?.Id,
            Data = JsonSerializer.Serialize(integrationEvent, type, MessageJson.Options),
        });
    }
}
