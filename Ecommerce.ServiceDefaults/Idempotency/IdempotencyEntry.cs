namespace Ecommerce.ServiceDefaults.Idempotency;

/// <summary>What the store says of a key.</summary>
/// <param name="IsOurs">Whether this request is the one that does the work.</param>
/// <param name="IsFirst">Whether no request worked under the key before.</param>
/// <param name="SameBody">Whether the body is that of the first request.</param>
/// <param name="ResourceId">The id for what the request makes.</param>
/// <param name="StatusCode">The first answer's status; null while in flight.</param>
/// <param name="Headers">The first answer's headers, as JSON.</param>
/// <param name="Response">The first answer's bytes.</param>
internal sealed record IdempotencyEntry(
    bool IsOurs, bool IsFirst, bool SameBody, Guid ResourceId, int? StatusCode, string? Headers, byte[]? Response);
