using Ecommerce.AuthService.Application.Mfa;
using QRCoder;

namespace Ecommerce.AuthService.Infrastructure.Mfa;

internal sealed class QrCodes : IQrCodes
{
    private const int PixelsPerModule = 4;

    public string Draw(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(PixelsPerModule);
    }
}
