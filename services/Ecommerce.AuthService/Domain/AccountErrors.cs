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

    public static readonly Error AccountNotFound = Error.NotFound("auth.account_not_found", "There is no such account.");

    public static readonly Error RoleUnknown = Error.NotFound("auth.role_unknown", "There is no such staff role.");

    public static readonly Error LastAdmin = Error.Refused("auth.last_admin", "Somebody has to be an admin.");

    public static readonly Error ApiKeyNotFound = Error.NotFound("auth.api_key_not_found", "There is no such key.");

    public static readonly Error ApiKeyInvalid = new("auth.api_key_invalid", "The key is not valid, was revoked or has expired.", ErrorKind.Unauthenticated);

    public static readonly Error ApiKeyRoles = Error.Refused("auth.api_key_roles", "A key has staff roles that its owner has.");

    public static readonly Error ApiKeysTooMany = Error.Refused("auth.api_keys_too_many", "There are as many keys as an account may have. Revoke one first.");

    public static readonly Error ProviderUnknown = Error.NotFound("auth.provider_unknown", "There is no such provider.");

    public static readonly Error FlowInvalid = new("auth.flow_invalid", "The login has to start again: it is not the one that was started here, was finished or has expired.", ErrorKind.Unauthenticated);

    public static readonly Error ExternalRefused = new("auth.external_refused", "The provider did not confirm the login.", ErrorKind.Unauthenticated);

    public static readonly Error ExternalEmailUnverified = Error.Refused("auth.external_email_unverified", "The provider has not verified an email address.");

    /// <summary>Told only to who has proved to the provider that the address is theirs.</summary>
    public static readonly Error LinkProofRequired = Error.Conflict("auth.link_proof_required", "The address has an account. Log in to it, and link the provider there.");

    public static readonly Error ExternalTaken = Error.Conflict("auth.external_taken", "The account at the provider is linked already, or another one of it is.");

    public static readonly Error ExternalNotFound = Error.NotFound("auth.external_not_found", "The provider is not linked.");

    public static readonly Error LastLogin = Error.Refused("auth.last_login", "It is the only way to log in. Set a password first.");

    public static readonly Error ClientUnknown = new("auth.client_unknown", "The client or its secret is not known.", ErrorKind.Unauthenticated);
}
