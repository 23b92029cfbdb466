namespace Ecommerce.ServiceDefaults.Idempotency;

internal sealed record IdempotencyFeature(Guid ResourceId, bool IsFirst);
