namespace Ecommerce.AuthService.Domain;

/// <summary>When which key signs. It depends on the keys and the clock alone, so that replicas agree without talking.</summary>
/// <param name="PublishAhead">How long a new key is published before it signs: longer than anyone keeps an old list of keys.</param>
/// <param name="Period">How long a key signs.</param>
internal sealed record KeySchedule(TimeSpan PublishAhead, TimeSpan Period)
{
    /// <summary>How long a key stays published after the next one has taken over: four times the life of a token.</summary>
    public static readonly TimeSpan KeepAfter = TimeSpan.FromHours(1);

    /// <summary>The key that signs now.</summary>
    public static SigningKey Signing(IReadOnlyCollection<SigningKey> keys, DateTimeOffset now) =>
        keys.Where(key => key.SignsFrom <= now).MaxBy(key => key.SignsFrom) ?? keys.MinBy(key => key.SignsFrom)!;

    public static bool IsPending(IEnumerable<SigningKey> keys, DateTimeOffset now) => keys.Any(key => key.SignsFrom > now);

    /// <summary>Keys whose last token has long expired.</summary>
    public static IReadOnlyList<SigningKey> Spent(IReadOnlyCollection<SigningKey> keys, DateTimeOffset now) =>
        [.. keys.Where(key => keys.Any(next => next.SignsFrom > key.SignsFrom && next.SignsFrom + KeepAfter <= now))];

    /// <summary>Whether the next key is to be made.</summary>
    public bool IsDue(IReadOnlyCollection<SigningKey> keys, DateTimeOffset now) =>
        keys.Count == 0 || keys.Max(key => key.SignsFrom) + Period - PublishAhead <= now;

    /// <summary>From when a key that is made now signs: at once where it is the first.</summary>
    public DateTimeOffset NextSignsFrom(IReadOnlyCollection<SigningKey> keys, DateTimeOffset now) => keys.Count == 0 ? now : now + PublishAhead;
}
