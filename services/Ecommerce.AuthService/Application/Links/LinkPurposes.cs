using Ecommerce.AuthService.Domain;

namespace Ecommerce.AuthService.Application.Links;

/// <summary>What links are for, as events name it.</summary>
internal static class LinkPurposes
{
    private const string EmailVerification = "emailVerification";
    private const string PasswordReset = "passwordReset";

    public static string NameOf(ActionPurpose purpose) => purpose switch
    {
        ActionPurpose.EmailVerification => EmailVerification,
        ActionPurpose.PasswordReset => PasswordReset,
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "No such purpose."),
    };

    public static ActionPurpose Read(string name) => name == PasswordReset ? ActionPurpose.PasswordReset : ActionPurpose.EmailVerification;
}
