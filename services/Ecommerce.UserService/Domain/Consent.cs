namespace Ecommerce.UserService.Domain;

/// <summary>Whether marketing may come by a channel, and when and where the customer said so: the proof that the law asks for.</summary>
internal sealed class Consent
{
    private Consent()
    {
    }

    public ConsentChannel Channel { get; private init; }

    public bool Granted { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Where it was said: <c>profile</c>, <c>checkout</c>, <c>app</c>.</summary>
    public string Source { get; private set; } = "";

    public static Consent Of(ConsentChannel channel) => new() { Channel = channel };

    public void Set(bool granted, string source, DateTimeOffset now) => (Granted, Source, At) = (granted, source, now);
}
