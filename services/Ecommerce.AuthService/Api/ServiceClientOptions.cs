namespace Ecommerce.AuthService.Api;

/// <summary>The services that may get tokens, section <c>ServiceClients</c>: name and secret.</summary>
internal sealed class ServiceClientOptions : Dictionary<string, string>
{
    public const string Section = "ServiceClients";
}
