namespace Ecommerce.AuthService.Domain;

/// <summary>What the audit log holds.</summary>
internal enum SecurityEventType
{
    Registered,
    EmailVerified,
    LoggedIn,
    LoginFailed,
    LoggedOut,
    SessionRevoked,
    AllSessionsRevoked,
    RefreshReused,
    DeviceForgotten,
    LinkRequested,
    PasswordChanged,
    PasswordReset,
    ProofGiven,
    ProofFailed,
    MfaEnabled,
    MfaDisabled,
    RecoveryCodesReplaced,
    RecoveryCodeUsed,
    SigningKeyRotated,
    RoleGranted,
    RoleRevoked,
    ApiKeyCreated,
    ApiKeyRevoked,
    ExternalLoginLinked,
    ExternalLoginUnlinked,
}
