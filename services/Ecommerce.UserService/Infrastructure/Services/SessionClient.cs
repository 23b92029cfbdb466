using Ecommerce.Contracts.Auth.Internal;
using Ecommerce.ServiceDefaults.ServiceClients;
using Ecommerce.SharedKernel.Results;
using Ecommerce.UserService.Application.DataRequests;

namespace Ecommerce.UserService.Infrastructure.Services;

internal sealed class SessionClient(HttpClient http) : ISessions
{
    public Task<Result<LiveSessionDto>> FindLiveAsync(Guid id, CancellationToken cancellationToken) =>
        http.GetValueAsync<LiveSessionDto>($"/internal/v1/sessions/{id}", cancellationToken);
}
