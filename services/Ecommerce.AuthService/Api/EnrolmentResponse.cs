namespace Ecommerce.AuthService.Api;

/// <param name="Secret">For typing in, base 32.</param>
/// <param name="Uri">For the authenticator, <c>otpauth://…</c>.</param>
/// <param name="QrCode">The same as an SVG image.</param>
internal sealed record EnrolmentResponse(string Secret, string Uri, string QrCode);
