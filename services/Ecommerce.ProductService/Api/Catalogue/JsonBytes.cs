using Microsoft.Net.Http.Headers;

namespace Ecommerce.ProductService.Api.Catalogue;

/// <summary>An answer that is JSON already, in one piece or several.</summary>
internal sealed class JsonBytes(params ReadOnlyMemory<byte>[] parts) : IResult
{
    public string? ETag { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = parts.Sum(part => (long)part.Length);
        if (ETag is not null)
        {
            response.Headers[HeaderNames.ETag] = ETag;
        }

        foreach (var part in parts)
        {
            part.Span.CopyTo(response.BodyWriter.GetSpan(part.Length));
            response.BodyWriter.Advance(part.Length);
        }

        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }
}
