using Ecommerce.Messaging.Consuming;
using Microsoft.EntityFrameworkCore;

namespace Ecommerce.MessagingBench.Service;

/// <summary>Changes a row as most handlers do: reads it, changes it, and leaves saving to the consumer.</summary>
internal sealed class LoadingHandler(BenchContext database, HandledTimes times) : IEventHandler<Changed>
{
    public async Task HandleAsync(Changed integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        times.Expect(database, integrationEvent.Number);
        var tally = await database.Tallies.FirstAsync(tally => tally.Subject == integrationEvent.Subject, cancellationToken);
        tally.Add(integrationEvent.Place);
    }
}

/// <summary>Changes a row by one statement, as the handlers of hot tables do.</summary>
internal sealed class StatementHandler(BenchContext database, HandledTimes times) : IEventHandler<Changed>
{
    public Task HandleAsync(Changed integrationEvent, EventContext context, CancellationToken cancellationToken)
    {
        times.Expect(database, integrationEvent.Number);
        return database.Database.ExecuteSqlAsync(
            $"""
            UPDATE tallies SET handled = handled + 1, out_of_order = out_of_order + (last <> {integrationEvent.Place} - 1)::int, last = {integrationEvent.Place}
            WHERE subject = {integrationEvent.Subject}
            """, cancellationToken);
    }
}
