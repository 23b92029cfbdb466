namespace Ecommerce.AuthService.Application.Mfa;

internal interface IQrCodes
{
    /// <returns>An SVG image.</returns>
    string Draw(string text);
}
