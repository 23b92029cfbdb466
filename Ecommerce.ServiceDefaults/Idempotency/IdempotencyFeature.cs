namespace Ecommerce.ServiceDefaults.Idempotency;

internal sealed record IdempotencyFeature(Guid ResourceId, bool IsFirst)
{
    /// <summary>Whether the work goes on after the answer.</summary>
    public bool IsOpen { get; set; }
}
