namespace Ecommerce.ServiceDefaults.Idempotency;

internal sealed record IdempotencyFeature(Guid ResourceId, bool IsFirst)
{
    /// <summary>Whether the work continues after the response, which is then not stored.</summary>
    public bool IsOpen { get; set; }
}
