using System.Text.Json;

namespace Ecommerce.SystemTests;

/// <summary>Reads the provider's own books.</summary>
internal static class Charges
{
    /// <summary>How many payments of an order the provider holds that are neither cancelled nor failed.</summary>
    public static async Task<int> LiveAsync(Shop shop, Guid order)
    {
        var summary = await shop.ChargesOfAsync(order);
        return summary.TryGetProperty("orders", out var orders) && orders.TryGetProperty(order.ToString(), out var charges)
            ? charges.GetProperty("live").GetInt32()
            : 0;
    }
}
