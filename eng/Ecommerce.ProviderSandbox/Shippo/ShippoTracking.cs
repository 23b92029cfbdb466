using Ecommerce.ProviderSandbox.Storage;
using Ecommerce.ProviderSandbox.Webhooks;

namespace Ecommerce.ProviderSandbox.Shippo;

/// <summary>Moves parcels, by word or by timer, and tells of it.</summary>
internal sealed class ShippoTracking(ShippoState state, ShippoSettings settings, ShippoWebhooks webhooks, DueQueue due, TimeProvider time)
{
    public ShippoTrack Open(ShippoTrack track)
    {
        state.Tracks.Add(track);
        AdvanceLater(track.Number);
        return track;
    }

    /// <param name="status">The new status; the next one of the usual course where left out.</param>
    /// <returns>The parcel as it is now, or null where there is none or it cannot move on.</returns>
    public ShippoTrack? Advance(string number, string? status)
    {
        var moved = state.Tracks.Change(number, track =>
        {
            var next = (status ?? track?.Next) is { } to && track is not null ? Moved(track, to) : null;
            return (next, next);
        });
        if (moved is null)
        {
            return null;
        }

        webhooks.Tell("track_updated", moved, number);
        if (moved.Transaction is { } transaction)
        {
            state.Transactions.Change(transaction, item => (
                item is null ? null : item with { TrackingStatus = moved.Status, UpdatedAt = time.GetUtcNow() }, true));
        }

        AdvanceLater(number);
        return moved;
    }

    public ShippoTrack Moved(ShippoTrack track, string status) => track with
    {
        History = [.. track.History, Step(status, status is "DELIVERED" ? track.To : track.From)],
    };

    public ShippoTrackStep Step(string status, ShippoAddress? where) => new(WireIds.Hex(), status, time.GetUtcNow(), where);

    private void AdvanceLater(string number)
    {
        if (settings.AutoAdvance && state.Tracks.Find(number) is { IsFinished: false })
        {
            due.In(settings.AdvanceAfter, () => Advance(number, null));
        }
    }
}
