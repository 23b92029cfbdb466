using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ecommerce.Testing.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Ecommerce.ProductService.Tests.Images;

/// <summary>
/// The part of S3's wire protocol that the storage needs: objects of one bucket by path, each request signed with Signature Version 4, the
/// signature and the hash of the body checked as Amazon describes it.
/// </summary>
internal sealed class S3Server(string accessKey, string secretKey)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>What is stored, by bucket and key.</summary>
    public ConcurrentDictionary<string, byte[]> Objects { get; } = new();

    /// <summary>Whether it answers that something is wrong with it.</summary>
    public bool IsDown { get; set; }

    public Task<StubService> StartAsync() => StubService.StartAsync(app => app.Run(HandleAsync));

    private async Task HandleAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        if (IsDown)
        {
            await AnswerAsync(http, StatusCodes.Status500InternalServerError, "InternalError");
            return;
        }

        if (!IsSigned(http.Request, body.ToArray()))
        {
            await AnswerAsync(http, StatusCodes.Status403Forbidden, "SignatureDoesNotMatch");
            return;
        }

        var key = http.Request.Path.Value!;
        switch (http.Request.Method)
        {
            case "PUT":
                Objects[key] = body.ToArray();
                http.Response.Headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body.ToArray()))[..32]}\"";
                break;
            case "GET" when Objects.TryGetValue(key, out var found):
                http.Response.ContentType = "image/webp";
                http.Response.ContentLength = found.Length;
                await http.Response.Body.WriteAsync(found);
                break;
            case "GET":
                await AnswerAsync(http, StatusCodes.Status404NotFound, "NoSuchKey");
                break;
            case "DELETE":
                Objects.TryRemove(key, out _);
                http.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            default:
                await AnswerAsync(http, StatusCodes.Status405MethodNotAllowed, "MethodNotAllowed");
                break;
        }
    }

    private static Task AnswerAsync(HttpContext http, int status, string code)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/xml";
        return http.Response.WriteAsync($"<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>{code}</Code><Message>{code}</Message></Error>");
    }

    private bool IsSigned(HttpRequest request, byte[] body)
    {
        var authorization = request.Headers.Authorization.ToString();
        if (!authorization.StartsWith(Algorithm + " ", StringComparison.Ordinal))
        {
            return false;
        }

        var parts = authorization[(Algorithm.Length + 1)..].Split(',', StringSplitOptions.TrimEntries).Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        var scope = parts["Credential"].Split('/');
        var hash = request.Headers["x-amz-content-sha256"].ToString();
        if (scope is not [var key, var date, var region, "s3", "aws4_request"] || key != accessKey || hash != Convert.ToHexStringLower(SHA256.HashData(body)))
        {
            return false;
        }

        var signed = parts["SignedHeaders"].Split(';');
        var query = string.Join('&', request.Query.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value.ToString())}"));
        var canonical = string.Join('\n',
        [
            request.Method, request.Path.ToUriComponent(), query,
            .. signed.Select(name => $"{name}:{(name == "host" ? request.Host.ToString() : request.Headers[name].ToString()).Trim()}"),
            "", parts["SignedHeaders"], hash,
        ]);
        var moment = request.Headers["x-amz-date"].ToString();
        var age = DateTimeOffset.UtcNow - DateTimeOffset.ParseExact(moment, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        var text = $"{Algorithm}\n{moment}\n{date}/{region}/s3/aws4_request\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var signature = new[] { date, region, "s3", "aws4_request" }.Aggregate(Encoding.UTF8.GetBytes("AWS4" + secretKey), Sign);
        return age.Duration() < TimeSpan.FromMinutes(15) && signed.Contains("host") && Convert.ToHexStringLower(Sign(signature, text)) == parts["Signature"];
    }

    private static byte[] Sign(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
