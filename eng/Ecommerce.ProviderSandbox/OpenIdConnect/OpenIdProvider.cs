using Ecommerce.ProviderSandbox.Hosting;

namespace Ecommerce.ProviderSandbox.OpenIdConnect;

internal sealed class OpenIdProvider(OpenIdEndpoints endpoints, OpenIdState state) : IProvider
{
    public string Name => "openid";

    public bool WaitsInsideWork => false;

    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("");
        group.WithMetadata(new ProviderTag(this));
        endpoints.Map(group);
    }

    public WireAnswer Failure(int status) => OpenIdEndpoints.Problem(status, status >= 500 ? "server_error" : "temporarily_unavailable");

    public void Reset() => state.Clear();
}
