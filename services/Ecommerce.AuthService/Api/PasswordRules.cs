using Ecommerce.AuthService.Application.Passwords;
using FluentValidation;

namespace Ecommerce.AuthService.Api;

/// <summary>What a new password has to keep to (after NIST SP 800-63B): length and not well known; no rules about kinds of characters.</summary>
internal static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 128;

    public static IRuleBuilderOptions<T, string> GoodPassword<T>(this IRuleBuilder<T, string> rule, ICommonPasswords common) => rule
        .MinimumLength(Shortest).MaximumLength(Longest)
        .Must(password => !common.Contains(password)).WithMessage("The password is one of those that are tried first.");
}
