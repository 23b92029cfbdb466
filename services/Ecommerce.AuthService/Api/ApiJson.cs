using System.Text.Json.Serialization;
using Ecommerce.ServiceDefaults.Paging;

namespace Ecommerce.AuthService.Api;

/// <summary>How this service's requests and answers are read and written, worked out when compiling.</summary>
[JsonSerializable(typeof(AccountResponse))]
[JsonSerializable(typeof(AnswerChallengeRequest))]
[JsonSerializable(typeof(ApiKeyResponse))]
[JsonSerializable(typeof(ChallengeResponse))]
[JsonSerializable(typeof(ChangePasswordRequest))]
[JsonSerializable(typeof(CodeRequest))]
[JsonSerializable(typeof(CreateApiKeyRequest))]
[JsonSerializable(typeof(EmailRequest))]
[JsonSerializable(typeof(EnrolmentResponse))]
[JsonSerializable(typeof(ExchangeApiKeyRequest))]
[JsonSerializable(typeof(ExternalLinkResponse))]
[JsonSerializable(typeof(FinishExternalLoginRequest))]
[JsonSerializable(typeof(LogInRequest))]
[JsonSerializable(typeof(MfaResponse))]
[JsonSerializable(typeof(NewApiKeyResponse))]
[JsonSerializable(typeof(ProofResponse))]
[JsonSerializable(typeof(RecoveryCodesResponse))]
[JsonSerializable(typeof(RefreshRequest))]
[JsonSerializable(typeof(RegisterRequest))]
[JsonSerializable(typeof(RenameDeviceRequest))]
[JsonSerializable(typeof(ResetPasswordRequest))]
[JsonSerializable(typeof(SecurityEventResponse))]
[JsonSerializable(typeof(SessionResponse))]
[JsonSerializable(typeof(StepUpRequest))]
[JsonSerializable(typeof(TokenResponse))]
[JsonSerializable(typeof(VerifiedResponse))]
[JsonSerializable(typeof(VerifyEmailRequest))]
[JsonSerializable(typeof(IReadOnlyList<ExternalLinkResponse>))]
[JsonSerializable(typeof(Page<ApiKeyResponse>))]
[JsonSerializable(typeof(Page<SecurityEventResponse>))]
[JsonSerializable(typeof(Page<SessionResponse>))]
internal sealed partial class ApiJson : JsonSerializerContext;
