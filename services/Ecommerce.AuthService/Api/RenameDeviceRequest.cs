namespace Ecommerce.AuthService.Api;

internal sealed record RenameDeviceRequest(string Name);
