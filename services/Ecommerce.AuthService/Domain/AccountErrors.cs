using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Domain;

/// <summary>Every refusal of this service, by its stable code.</summary>
internal static class AccountErrors
{
    /// <summary>The same for an unknown address, a wrong password and a locked account: it tells nobody which accounts exist.</summary>
    public static readonly Error WrongCredentials = new("auth.wrong_credentials", "The email address or the password is wrong.", ErrorKind.Unauthenticated);

    public static readonly Error EmailNotVerified = new("auth.email_not_verified", "The email address is still to be verified.", ErrorKind.Forbidden);

    public static readonly Error LinkInvalid = Error.Refused("auth.link_invalid", "The link is not valid, was used already or has expired. Ask for a new one.");

    public static readonly Error LinkNotFound = Error.NotFound("auth.link_not_found", "There is no such link.");

    public static readonly Error RefreshInvalid = new("auth.refresh_invalid", "The session has ended. Log in again.", ErrorKind.Unauthenticated);

    public static readonly Error SessionNotFound = Error.NotFound("auth.session_not_found", "There is no such session.");

    public static readonly Error DeviceNotFound = Error.NotFound("auth.device_not_found", "There is no such device.");

    public static readonly Error ProofWrong = Error.Refused("auth.proof_wrong", "The password or code is wrong, or there were too many attempts.");

    public static readonly Error StepUpRequired = new("auth.step_up_required", "Prove again who you are (POST /api/v1/auth/step-up), then repeat this.", ErrorKind.Forbidden);

    public static readonly Error CodeRequired = Error.Refused("auth.code_required", "The account has a second factor: send its code.");

    public static readonly Error ChallengeInvalid = new("auth.challenge_invalid", "The login has to start again: the challenge is not valid, was used or has expired.", ErrorKind.Unauthenticated);

    public static readonly Error WrongCode = new("auth.wrong_code", "The code is wrong or was used already.", ErrorKind.Unauthenticated);

    public static readonly Error EnrolmentCodeWrong = Error.Refused("auth.enrolment_code_wrong", "The code does not fit the secret. Is the device's clock right?");

    public static readonly Error MfaNotPending = Error.Conflict("auth.mfa_not_pending", "No second factor is being set up.");

    public static readonly Error MfaEnabledAlready = Error.Conflict("auth.mfa_enabled", "The account has a second factor. Disable it first.");

    public static readonly Error MfaNotEnabled = Error.Conflict("auth.mfa_not_enabled", "The account has no second factor.");

    public static readonly Error RotationPending = Error.Conflict("auth.rotation_pending", "The next signing key is published already and signs soon.");

    public static readonly Error ClientUnknown = new("auth.client_unknown", "The client or its secret is not known.", ErrorKind.Unauthenticated);
}
