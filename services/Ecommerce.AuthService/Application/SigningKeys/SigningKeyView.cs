namespace Ecommerce.AuthService.Application.SigningKeys;

/// <param name="Id">As in the tokens' <c>kid</c>.</param>
/// <param name="State">What it is for now.</param>
/// <param name="CreatedAt">Since when it is published, UTC.</param>
/// <param name="SignsFrom">UTC.</param>
internal sealed record SigningKeyView(string Id, SigningKeyState State, DateTimeOffset CreatedAt, DateTimeOffset SignsFrom);
