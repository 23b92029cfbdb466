using Ecommerce.Testing.Probing;

namespace Ecommerce.OrderService.Tests.Fixture;

/// <summary>Looks at a cart's latest order behind the API's back.</summary>
internal static class StoredOrder
{
    public static Task<string?> StatusAsync(this OrderServiceFixture service, Scenario scenario) => service.ReadAsync<string>(scenario, "status");

    public static async Task<T?> ReadAsync<T>(this OrderServiceFixture service, Scenario scenario, string column)
    {
        await using var command = service.Database.CreateCommand($"SELECT {column} FROM orders WHERE cart_id = $1 ORDER BY id DESC LIMIT 1");
        command.Parameters.Add(new() { Value = scenario.CartId });
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }

    public static Task BecomesAsync(this OrderServiceFixture service, Scenario scenario, string column, string value) => Eventually.HoldsAsync(
        async () => await service.ReadAsync<string>(scenario, column) == value, $"{column} is {value}", TimeSpan.FromSeconds(60));

    /// <summary>As when the lease of a request that died is over.</summary>
    public static async Task HandToWorkerAsync(this OrderServiceFixture service, Scenario scenario)
    {
        await using var command = service.Database.CreateCommand("UPDATE orders SET next_step_at = now() WHERE cart_id = $1 AND next_step_at IS NOT NULL");
        command.Parameters.Add(new() { Value = scenario.CartId });
        await command.ExecuteNonQueryAsync();
    }
}
