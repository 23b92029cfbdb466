using Ecommerce.SharedKernel.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Domain;

/// <summary>A one-time link that proves that someone reads an email address. Neither it nor its event holds the token.</summary>
/// <remarks>Whether it still is the one that works is the account's to say.</remarks>
internal sealed class ActionLink : AggregateRoot<Guid>
{
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
        var link = new ActionLink(id) { AccountId = account.Id, Purpose = purpose, ExpiresAt = now + Lifetime(purpose) };
        link.Raise(new ActionLinkCreated(account.Email, account.Name, account.Locale));
        return link;
    }

    public bool IsUsable(DateTimeOffset now) => UsedAt is null && ExpiresAt > now;

    public Result Use(DateTimeOffset now)
    {
        if (!IsUsable(now))
        {
            return AccountErrors.LinkInvalid;
        }

        UsedAt = now;
        Touch();
        return Result.Success;
    }

    /// <summary>How long a link is valid.</summary>
    public static TimeSpan Lifetime(ActionPurpose purpose) => purpose switch
    {
        ActionPurpose.EmailVerification => TimeSpan.FromHours(24),
        ActionPurpose.PasswordReset => TimeSpan.FromMinutes(30),
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "No such purpose."),
    };
}
