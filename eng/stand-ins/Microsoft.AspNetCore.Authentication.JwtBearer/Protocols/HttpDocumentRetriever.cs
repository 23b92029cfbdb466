namespace Microsoft.IdentityModel.Protocols;

/// <summary>Fetches documents over HTTP.</summary>
public class HttpDocumentRetriever(HttpClient httpClient) : IDocumentRetriever
{
    /// <summary>Makes a retriever with a client of its own.</summary>
    public HttpDocumentRetriever()
        : this(new HttpClient())
    {
    }

    /// <summary>Whether only HTTPS is allowed. Default: true.</summary>
    public bool RequireHttps { get; set; } = true;

    /// <inheritdoc />
    /// <exception cref="ArgumentException">HTTPS is required and <paramref name="address" /> is not.</exception>
    /// <exception cref="IOException">The document could not be fetched.</exception>
    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        ArgumentException.ThrowIfNullOrEmpty(address);
        if (RequireHttps && !address.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"IDX20108: The address specified '{address}' is not valid as per HTTPS scheme. Please specify an https address for security reasons. If you want to test with http address, set the RequireHttps property on IDocumentRetriever to false.", nameof(address));
        }

        try
        {
            using var response = await httpClient.GetAsync(new Uri(address), cancel).ConfigureAwait(false);
            var text = await response.Content.ReadAsStringAsync(cancel).ConfigureAwait(false);
            return response.IsSuccessStatusCode
                ? text
                : throw new IOException($"IDX20807: Unable to retrieve document from: '{address}'. HttpResponseMessage status: {(int)response.StatusCode}.");
        }
        catch (Exception ex) when (ex is HttpRequestException or TaskCanceledException { InnerException: TimeoutException })
        {
            throw new IOException($"IDX20804: Unable to retrieve document from: '{address}'.", ex);
        }
    }
}
