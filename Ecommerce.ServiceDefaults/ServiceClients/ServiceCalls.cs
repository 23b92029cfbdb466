using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.ServiceDefaults.Json;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ServiceDefaults.ServiceClients;

/// <summary>Calls to other services: a 2xx is the value, a refusal is an <see cref="Error"/> with the service's own code, a failure is thrown.</summary>
public static class ServiceCalls
{
    /// <summary>GETs a value.</summary>
    /// <exception cref="ServiceUnavailableException">The service failed.</exception>
    public static async Task<Result<T>> GetValueAsync<T>(this HttpClient client, string path, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await client.GetAsync(path, cancellationToken);
        return await ReadAsync<T>(response, cancellationToken);
    }

    /// <summary>POSTs a request and reads a value. Internal POSTs are idempotent by the ids in them, so they are retried.</summary>
    /// <exception cref="ServiceUnavailableException">The service failed.</exception>
    public static async Task<Result<T>> PostForValueAsync<TRequest, T>(
        this HttpClient client, string path, TRequest request, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await client.PostAsJsonAsync(path, request, ServiceJson.ClientOptions, cancellationToken);
        return await ReadAsync<T>(response, cancellationToken);
    }

    /// <summary>POSTs a request whose answer has no body.</summary>
    /// <exception cref="ServiceUnavailableException">The service failed.</exception>
    public static async Task<Result> PostForResultAsync<TRequest>(
        this HttpClient client, string path, TRequest request, CancellationToken cancellationToken)
    {
        using var response = await client.PostAsJsonAsync(path, request, ServiceJson.ClientOptions, cancellationToken);
        return response.IsSuccessStatusCode ? Result.Success : await ReadErrorAsync(response, cancellationToken);
    }

    /// <summary>POSTs without a body to a command path.</summary>
    /// <exception cref="ServiceUnavailableException">The service failed.</exception>
    public static async Task<Result> PostForResultAsync(this HttpClient client, string path, CancellationToken cancellationToken)
    {
        using var response = await client.PostAsync(path, null, cancellationToken);
        return response.IsSuccessStatusCode ? Result.Success : await ReadErrorAsync(response, cancellationToken);
    }

    private static async Task<Result<T>> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
        where T : class
    {
        if (!response.IsSuccessStatusCode)
        {
            return await ReadErrorAsync(response, cancellationToken);
        }

        return await response.Content.ReadFromJsonAsync<T>(ServiceJson.ClientOptions, cancellationToken)
            ?? throw new ServiceUnavailableException($"{Asked(response)} answered with nothing.");
    }

    private static async Task<Error> ReadErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;

        // 401 and 403 are between the services: the person who asked can do nothing about them.
        if (status is >= 500 or 401 or 403 or 429)
        {
            throw new ServiceUnavailableException($"{Asked(response)} answered {status}.");
        }

        try
        {
            var problem = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            var code = problem.TryGetProperty("code", out var c) ? c.GetString() : null;
            var detail = problem.TryGetProperty("detail", out var d) ? d.GetString() : null;
            var details = problem.EnumerateObject()
                .Where(member => member.Name is not ("type" or "title" or "status" or "detail" or "code" or "traceId" or "errors" or "instance"))
                .ToDictionary(member => member.Name, member => (object?)member.Value.Clone());
            return new Error(code ?? "service.refused", detail ?? "The request was refused.", ErrorKindExtensions.ToErrorKind(status)) { Details = details };
        }
        catch (JsonException exception)
        {
            throw new ServiceUnavailableException($"{Asked(response)} answered {status} without a problem document.", exception);
        }
    }

    // These words go into a log: a query holds secrets of carts and addresses of people.
    private static string Asked(HttpResponseMessage response) =>
        $"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri?.GetLeftPart(UriPartial.Path)}";
}
