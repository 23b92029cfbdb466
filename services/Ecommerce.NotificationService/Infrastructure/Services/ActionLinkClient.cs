using Ecommerce.Contracts.Auth.Internal;
using Ecommerce.NotificationService.Application.Ports;
using Ecommerce.ServiceDefaults.ServiceClients;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.NotificationService.Infrastructure.Services;

internal sealed class ActionLinkClient(HttpClient http) : IActionLinks
{
    public Task<Result<ActionLinkDto>> GetAsync(Guid linkId, CancellationToken cancellationToken) =>
        http.GetValueAsync<ActionLinkDto>($"/internal/v1/action-links/{linkId}", cancellationToken);
}
