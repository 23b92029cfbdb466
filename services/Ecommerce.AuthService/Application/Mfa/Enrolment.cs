namespace Ecommerce.AuthService.Application.Mfa;

/// <param name="Secret">For typing in, base 32.</param>
/// <param name="Uri">For the authenticator, <c>otpauth://…</c>.</param>
/// <param name="QrCode">The same as an image, SVG.</param>
internal sealed record Enrolment(string Secret, string Uri, string QrCode);
