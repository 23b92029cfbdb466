namespace Ecommerce.ServiceDefaults.Idempotency;

/// <summary>Marks an endpoint whose requests can be repeated under an <c>Idempotency-Key</c>.</summary>
/// <param name="Required">Whether the key has to be given: where money or stock moves.</param>
public sealed record IdempotencyMetadata(bool Required);
