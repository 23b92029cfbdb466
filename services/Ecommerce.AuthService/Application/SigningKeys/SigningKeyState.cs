namespace Ecommerce.AuthService.Application.SigningKeys;

internal enum SigningKeyState
{
    /// <summary>Published, and signs later.</summary>
    Published,

    Signing,

    /// <summary>Signs no more; its tokens are still good.</summary>
    Retiring,
}
