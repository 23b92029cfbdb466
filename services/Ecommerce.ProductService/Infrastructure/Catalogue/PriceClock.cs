using Ecommerce.Messaging.Outbox;
using Ecommerce.ProductService.Application.Catalogue.TurnPrices;
using Npgsql;

namespace Ecommerce.ProductService.Infrastructure.Catalogue;

internal sealed class PriceClock(NpgsqlDataSource database, OutboxSignal signal) : IPriceClock
{
    public async Task<int> TurnAsync(int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT turn_prices($1)");
        command.Parameters.Add(new() { Value = limit });
        var turned = (int)(await command.ExecuteScalarAsync(cancellationToken))!;
        if (turned > 0)
        {
            signal.Set();
        }

        return turned;
    }
}
