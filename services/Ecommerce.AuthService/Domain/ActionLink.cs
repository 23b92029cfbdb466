using Ecommerce.SharedKernel.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Domain;

/// <summary>A one-time link that proves that someone reads an email address. Neither it nor its event holds the token.</summary>
internal sealed class ActionLink : AggregateRoot<Guid>
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private ActionLink()
    {
    }

    private ActionLink(Guid id)
        : base(id)
    {
    }

    public AccountId AccountId { get; private init; }

    public ActionPurpose Purpose { get; private init; }

    public DateTimeOffset ExpiresAt { get; private init; }

    public DateTimeOffset? UsedAt { get; private set; }

    public static ActionLink Request(Guid id, Account account, ActionPurpose purpose, DateTimeOffset now)
    {
        var link = new ActionLink(id) { AccountId = account.Id, Purpose = purpose, ExpiresAt = now + Lifetime };
        link.Raise(new ActionLinkCreated(account.Email, account.Name, account.Locale));
        return link;
    }

    public Result Use(DateTimeOffset now)
    {
        if (UsedAt is not null || ExpiresAt <= now)
        {
            return AccountErrors.LinkInvalid;
        }

        UsedAt = now;
        Touch();
        return Result.Success;
    }
}
