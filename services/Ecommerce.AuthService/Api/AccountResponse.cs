using Ecommerce.AuthService.Domain;

namespace Ecommerce.AuthService.Api;

internal sealed record AccountResponse(
    Guid Id, string Email, string Name, string[] Roles, bool IsEmailVerified, bool HasSecondFactor, bool IsLocked, DateTimeOffset RegisteredAt)
{
    public static AccountResponse Of(Account account, DateTimeOffset now) => new(
        account.Id.Value, account.Email, account.Name, account.Roles, account.EmailVerifiedAt is not null, account.HasMfa, account.IsLocked(now), account.RegisteredAt);
}
