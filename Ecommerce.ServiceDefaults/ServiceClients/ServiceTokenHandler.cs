using System.Net;
using System.Net.Http.Headers;

namespace Ecommerce.ServiceDefaults.ServiceClients;

/// <summary>Puts this service's token on its calls to other services.</summary>
internal sealed class ServiceTokenHandler(ServiceTokens tokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            // The signing keys were replaced before their time; the resilience handler's or the caller's next try has a new token.
            tokens.Forget(token);
        }

        return response;
    }
}
