namespace Ecommerce.AuthService.Domain;

/// <summary>An account at an external provider that logs in to one of ours.</summary>
internal sealed class ExternalIdentity
{
    private ExternalIdentity()
    {
    }

    public Guid Id { get; private init; }

    public AccountId AccountId { get; private init; }

    /// <summary>The provider's name in the configuration.</summary>
    public string Provider { get; private init; } = "";

    public string Issuer { get; private init; } = "";

    /// <summary>The person at the issuer. Addresses change hands, this does not.</summary>
    public string Subject { get; private init; } = "";

    public DateTimeOffset LinkedAt { get; private init; }

    public static ExternalIdentity Link(Guid id, AccountId account, string provider, ExternalPerson person, DateTimeOffset now) =>
        new() { Id = id, AccountId = account, Provider = provider, Issuer = person.Issuer, Subject = person.Subject, LinkedAt = now };
}
