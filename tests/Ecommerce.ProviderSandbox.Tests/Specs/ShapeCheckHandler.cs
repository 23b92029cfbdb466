using System.Text.Json;

namespace Ecommerce.ProviderSandbox.Tests.Specs;

/// <summary>
/// Checks every exchange with the sandbox against the official schemas: requests that are answered with success, and all
/// responses. Without the schemas it lets everything through, and the tests of shapes say that they are skipped.
/// </summary>
internal sealed class ShapeCheckHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>The operations whose shapes were checked by this client.</summary>
    public HashSet<string> Checked { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var form = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        var path = request.RequestUri!.AbsolutePath;
        if (SpecFolder.Path is null || path == "/" || path.StartsWith("/sandbox", StringComparison.Ordinal))
        {
            return response;
        }

        var document = SpecFolder.ForPath(path);
        if (document.Operation(request.Method.Method, path) is not { } operation)
        {
            return response;
        }

        await response.Content.LoadIntoBufferAsync(cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            CheckRequest(document, operation, request, form);
        }

        await CheckResponseAsync(document, operation, request, response);
        lock (Checked)
        {
            Checked.Add(operation.GetProperty("operationId").GetString()!);
        }

        return response;
    }

    private static void CheckRequest(SpecDocument document, JsonElement operation, HttpRequestMessage request, string body)
    {
        if (operation.TryGetProperty("request", out var media) && body.Length > 0)
        {
            var kind = media.EnumerateObject().First();
            var isForm = kind.Name.EndsWith("form-urlencoded", StringComparison.Ordinal);
            Fail(document.Check(Value(body, isForm), document.Definition(kind.Value.GetString()!), isForm), request, "request", body);
        }

        if (operation.TryGetProperty("query", out var query) && request.RequestUri!.Query.Length > 1)
        {
            var text = request.RequestUri.Query[1..];
            Fail(document.Check(Value(text, isForm: true), document.Definition(query.GetString()!), isForm: true), request, "query", text);
        }
    }

    private static async Task CheckResponseAsync(
        SpecDocument document, JsonElement operation, HttpRequestMessage request, HttpResponseMessage response)
    {
        var responses = operation.GetProperty("responses");
        var body = await response.Content.ReadAsStringAsync();
        var status = ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (!responses.TryGetProperty(status, out var described) && !responses.TryGetProperty("default", out described))
        {
            // 401, 404 and 429 are described by some providers in words only.
            response.IsSuccessStatusCode.ShouldBeFalse($"{request.Method} {request.RequestUri} answered {status}, which is not in the specification");
            return;
        }

        if (!described.TryGetProperty("application/json", out var name))
        {
            body.ShouldBeEmpty();
            return;
        }

        Fail(document.Check(Value(body, isForm: false), document.Definition(name.GetString()!)), request, $"response {status}", body);
    }

    private static JsonElement Value(string text, bool isForm)
    {
        if (isForm)
        {
            return FormAsJson.Of(text);
        }

        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    private static void Fail(IReadOnlyList<string> problems, HttpRequestMessage request, string what, string body)
    {
        if (problems.Count > 0)
        {
            throw new ShouldAssertException(
                $"{request.Method} {request.RequestUri!.PathAndQuery}: the {what} is not as specified:\n{string.Join('\n', problems)}\n{body}");
        }
    }
}
