using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace OpenTelemetry.Instrumentation.AspNetCore.Implementation;

/// <summary>Values of the HTTP semantic conventions, cached where a value repeats from request to request.</summary>
internal static class HttpTags
{
    public const string OtherMethod = "_OTHER";

    // Routes are a fixed set; the bound is a guard against a program that makes them up.
    private const int MostSpanNames = 4096;

    private static readonly ConcurrentDictionary<(string Method, string Route), string> SpanNames = new();
    private static readonly object[] BoxedStatuses = [.. Enumerable.Range(100, 500).Select(static i => (object)i)];

    public static string KnownMethod(string method) => method switch
    {
        "GET" or "POST" or "PUT" or "DELETE" or "PATCH" or "HEAD" or "OPTIONS" or "TRACE" or "CONNECT" => method,
        _ when HttpMethods.IsGet(method) => "GET",
        _ when HttpMethods.IsPost(method) => "POST",
        _ when HttpMethods.IsPut(method) => "PUT",
        _ when HttpMethods.IsDelete(method) => "DELETE",
        _ when HttpMethods.IsPatch(method) => "PATCH",
        _ when HttpMethods.IsHead(method) => "HEAD",
        _ when HttpMethods.IsOptions(method) => "OPTIONS",
        _ => OtherMethod,
    };

    public static string SpanName(string method, string route)
    {
        if (SpanNames.TryGetValue((method, route), out var name))
        {
            return name;
        }

        name = (method == OtherMethod ? "HTTP" : method) + " " + route;
        if (SpanNames.Count < MostSpanNames)
        {
            SpanNames.TryAdd((method, route), name);
        }

        return name;
    }

    public static object Boxed(int status)
        => (uint)(status - 100) < (uint)BoxedStatuses.Length ? BoxedStatuses[status - 100] : status;

    public static string Path(HttpRequest request)
    {
        if (!request.PathBase.HasValue)
        {
            return request.Path.HasValue ? request.Path.Value! : "/";
        }

        return (request.PathBase + request.Path).Value!;
    }

    public static string ProtocolVersion(string protocol) => protocol switch
    {
        "HTTP/1.1" => "1.1",
        "HTTP/2" => "2",
        "HTTP/3" => "3",
        "HTTP/1.0" => "1.0",
        "HTTP/2.0" => "2",
        "HTTP/3.0" => "3",
        _ => protocol,
    };

    /// <summary>Keeps the names of a query and replaces every value by <c>Redacted</c>: values may be personal data.</summary>
    public static string RedactQuery(string query)
    {
        if (!query.Contains('='))
        {
            return query;
        }

        var redacted = new StringBuilder(query.Length);
        var inValue = false;
        foreach (var c in query)
        {
            if (c == '=' && !inValue)
            {
                redacted.Append("=Redacted");
                inValue = true;
            }
            else if (c == '&')
            {
                redacted.Append(c);
                inValue = false;
            }
            else if (!inValue)
            {
                redacted.Append(c);
            }
        }

        return redacted.ToString();
    }
}
