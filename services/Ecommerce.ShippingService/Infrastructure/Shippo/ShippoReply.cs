using System.Text.Json;

namespace Ecommerce.ShippingService.Infrastructure.Shippo;

/// <summary>What Shippo answered; no status where nothing came back.</summary>
internal sealed record ShippoReply(int? Status, JsonElement Body)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>It was refused, and nothing was done.</summary>
    public bool IsRefused => Status is >= 400 and < 500 and not (401 or 403 or 404 or 405 or 408 or 409 or 429);
}
