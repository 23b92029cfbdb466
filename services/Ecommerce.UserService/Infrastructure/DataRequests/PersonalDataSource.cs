using System.Net.Http.Json;
using Ecommerce.Contracts.User.Internal;
using Ecommerce.ServiceDefaults.Json;
using Ecommerce.ServiceDefaults.PersonalData;
using Ecommerce.ServiceDefaults.ServiceClients;
using Ecommerce.UserService.Application.DataRequests;
using Polly;

namespace Ecommerce.UserService.Infrastructure.DataRequests;

/// <summary>Asks the others over the wire, and this service itself.</summary>
internal sealed partial class PersonalDataSource(IHttpClientFactory clients, IPersonalData own, ILogger<PersonalDataSource> logger) : IPersonalDataSource
{
    public async Task<string?> FindAsync(string service, Guid customerId, CancellationToken cancellationToken)
    {
        if (service == DataHolders.Own)
        {
            return (await own.ExportAsync(customerId, cancellationToken)).ToJsonString();
        }

        try
        {
            using var response = await clients.CreateClient(service).PostAsJsonAsync(
                "/internal/v1/personal-data/export", new ExportPersonalDataRequest(customerId), ServiceJson.ClientOptions, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return (await response.Content.ReadFromJsonAsync<System.Text.Json.Nodes.JsonObject>(cancellationToken))?.ToJsonString();
            }

            LogRefused(service, (int)response.StatusCode);
            return null;
        }
        catch (Exception exception) when (
            exception is HttpRequestException or ExecutionRejectedException or ServiceUnavailableException or System.Text.Json.JsonException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogAway(exception, service);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Service} answered a request for personal data with {Status}; it is asked again.")]
    private partial void LogRefused(string service, int status);

    [LoggerMessage(LogLevel.Warning, "{Service} does not give its personal data now; it is asked again.")]
    private partial void LogAway(Exception exception, string service);
}
