namespace Ecommerce.ServiceDefaults.Idempotency;

/// <summary>A key that a caller used, from before the work until a day later.</summary>
public sealed class IdempotencyRecord
{
    /// <summary>Hash over caller and route.</summary>
    public required byte[] Scope { get; init; }

    /// <summary>The caller's key.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of the body.</summary>
    public required byte[] BodyHash { get; init; }

    /// <summary>The id for what the request makes, so that a repetition after a crash makes the same.</summary>
    public required Guid ResourceId { get; init; }

    /// <summary>Until then the request counts as in flight, UTC.</summary>
    public required DateTimeOffset LockedUntil { get; init; }

    /// <summary>When it was first used, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The status of the answer; null until there is one.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The headers of the answer that are replayed, as JSON.</summary>
    public string? Headers { get; init; }

    /// <summary>The bytes of the answer.</summary>
    public byte[]? Response { get; init; }
}
