using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.AuthService.Domain;

/// <summary>A login at an external provider that is under way. Its secrets (state, nonce, verifier) follow from its id and are stored nowhere.</summary>
internal sealed class ExternalFlow : AggregateRoot<Guid>
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private ExternalFlow()
    {
    }

    private ExternalFlow(Guid id)
        : base(id)
    {
    }

    public string Provider { get; private init; } = "";

    public DateTimeOffset ExpiresAt { get; private init; }

    public DateTimeOffset? UsedAt { get; private set; }

    public static ExternalFlow Start(Guid id, string provider, DateTimeOffset now) => new(id) { Provider = provider, ExpiresAt = now + Lifetime };

    public bool TryUse(string provider, DateTimeOffset now)
    {
        if (UsedAt is not null || ExpiresAt <= now || Provider != provider)
        {
            return false;
        }

        UsedAt = now;
        Touch();
        return true;
    }
}
