using System.Globalization;
using System.Net;
using System.Text;
using Ecommerce.Testing.Servers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Ecommerce.Testing.Access;

/// <summary>
/// Calls every endpoint of a running service as every kind of caller, and writes down who is let in. The endpoints come from the service
/// itself, so none is forgotten. The table is kept in <c>docs/access/</c>, where a test compares it: a change of who may do what shows there.
/// </summary>
/// <remarks>
/// It is about the door: a 401 or 403 of the authorization (<c>auth.required</c>, <c>auth.forbidden</c>) means that it was closed, anything
/// else (a 400 for the empty body, a 404 for what is not the caller's, an endpoint's own refusal) that it was open. What is behind it, other customers' things above all, the tests of the endpoints look at.
/// </remarks>
public sealed class AccessTable(IServiceProvider services, IReadOnlyList<Caller> callers)
{
    private const string Open = "yes";
    private const string Unknown = "401";
    private const string Closed = "403";

    /// <summary>The endpoints that have a method, in the order of their paths.</summary>
    public IReadOnlyList<AccessRow> Rows { get; } =
    [
        .. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])
                .Select(method => new AccessRow(method, Document(endpoint.RoutePattern), endpoint)))
            .OrderBy(row => row.Path, StringComparer.Ordinal).ThenBy(row => row.Method, StringComparer.Ordinal),
    ];

    /// <summary>Makes the table.</summary>
    /// <param name="service">The resource name, for the title.</param>
    public async Task<string> WriteAsync(string service)
    {
        var text = new StringBuilder($"""
            # Who may call {service}

            Made by its tests, which call every endpoint as every kind of caller; do not edit (`UPDATE_DOCS=1` writes it anew). `yes` means that the
            door is open; what is behind it may still not be the caller's (404), or ask for more (a recent proof, 403 `auth.step_up_required`).

            | endpoint | policy |{string.Concat(callers.Select(caller => $" {caller.Name} |"))}
            |---|---|{string.Concat(callers.Select(_ => "---|"))}

            """);
        foreach (var row in Rows)
        {
            text.Append("| `").Append(row.Method).Append(' ').Append(row.Path).Append("` | ").Append(PolicyOf(row.Endpoint)).Append(" |");
            foreach (var caller in callers)
            {
                text.Append(' ').Append(await KnockAsync(row, caller)).Append(" |");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Compares the table with the one in <c>docs/access/</c>, or writes that where <c>UPDATE_DOCS</c> is 1.</summary>
    /// <returns>The table of the documentation, and the one that is true.</returns>
    public async Task<(string Documented, string Found)> CompareAsync(string service)
    {
        var found = await WriteAsync(service);
        var path = Path.Combine(TestServers.RepositoryRoot, "docs", "access", service + ".md");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, found);
        }

        return (File.Exists(path) ? await File.ReadAllTextAsync(path) : "", found);
    }

    private static string PolicyOf(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return "everybody";
        }

        var policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).OfType<string>().Distinct().ToArray();
        return policies.Length == 0 ? "signed in" : string.Join(", ", policies);
    }

    private static async Task<string> KnockAsync(AccessRow row, Caller caller)
    {
        using var request = new HttpRequestMessage(new HttpMethod(row.Method), Fill(row.Endpoint.RoutePattern));
        if (row.Method is "POST" or "PUT" or "PATCH")
        {
            var takes = row.Endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes ?? [];
            request.Content = takes.Count == 0 || takes.Contains("application/json") ? new StringContent("{}", Encoding.UTF8, "application/json") : new FormUrlEncodedContent([]);
            request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        }

        using var response = await caller.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized when (await response.Content.ReadAsStringAsync()).Contains("\"auth.required\"", StringComparison.Ordinal) => Unknown,
            HttpStatusCode.Forbidden when (await response.Content.ReadAsStringAsync()).Contains("\"auth.forbidden\"", StringComparison.Ordinal) => Closed,
            >= HttpStatusCode.InternalServerError and not HttpStatusCode.ServiceUnavailable => $"**{(int)response.StatusCode}**",
            _ => Open,
        };
    }

    private static int? LengthOf(RoutePatternParameterPart parameter) => parameter.ParameterPolicies
        .Select(policy => policy.Content is ['l', 'e', 'n', 'g', 't', 'h', '(', .. var length, ')'] ? int.Parse(length, CultureInfo.InvariantCulture) : (int?)null)
        .FirstOrDefault(length => length is not null);

    private static string Document(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part is RoutePatternParameterPart parameter ? $"{{{parameter.Name}}}" : ((RoutePatternLiteralPart)part).Content))));

    // Ids that nothing has, so that nothing is changed by whoever gets in.
    private static string Fill(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart parameter when parameter.ParameterPolicies.Any(policy => policy.Content == "guid") => Guid.NewGuid().ToString(),
        RoutePatternParameterPart parameter when parameter.ParameterPolicies.Any(policy => policy.Content is "int" or "long") => "1",
        RoutePatternParameterPart parameter when LengthOf(parameter) is { } length => new string('n', length),
        _ => "none",
    }))));
}
