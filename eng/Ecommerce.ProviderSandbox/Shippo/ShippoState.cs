using Ecommerce.ProviderSandbox.Storage;

namespace Ecommerce.ProviderSandbox.Shippo;

/// <summary>Everything that this Shippo knows.</summary>
internal sealed class ShippoState(SandboxLimits limits)
{
    public BoundedStore<ShippoAddress> Addresses { get; } = new(limits.Objects, item => item.Id, _ => true);

    public BoundedStore<ShippoShipment> Shipments { get; } = new(limits.Objects, item => item.Id, _ => true);

    public BoundedStore<ShippoRate> Rates { get; } = new(3 * limits.Objects, item => item.Id, _ => true);

    public BoundedStore<ShippoTransaction> Transactions { get; } = new(limits.Objects, item => item.Id, item => item.Status != "QUEUED");

    public BoundedStore<ShippoRefund> Refunds { get; } = new(limits.Objects, item => item.Id, _ => true);

    public BoundedStore<ShippoTrack> Tracks { get; } = new(limits.Objects, item => item.Id, item => item.IsFinished);

    public void Clear()
    {
        Addresses.Clear();
        Shipments.Clear();
        Rates.Clear();
        Transactions.Clear();
        Refunds.Clear();
        Tracks.Clear();
    }
}
