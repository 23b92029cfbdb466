using System.Buffers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ecommerce.ServiceDefaults.Problems;
using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ecommerce.ServiceDefaults.Idempotency;

/// <summary>Does the work of a key once: the key is stored before the work, and the first answer is replayed byte for byte.</summary>
internal sealed class IdempotencyMiddleware(RequestDelegate next)
{
    public const int MaximumKeyLength = 255;
    private const string KeyHeader = "Idempotency-Key";
    private const string ReplayedHeader = "Idempotency-Replayed";
    private static readonly string[] ReplayedHeaders = ["Content-Type", "Location", "ETag"];

    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IdempotencyMetadata>() is { } metadata ? HandleAsync(context, metadata) : next(context);

    private async Task HandleAsync(HttpContext context, IdempotencyMetadata metadata)
    {
        var key = context.Request.Headers[KeyHeader].ToString();
        if (key.Length == 0 && !metadata.Required)
        {
            await next(context);
            return;
        }

        if (key.Length is 0 or > MaximumKeyLength || key.Any(char.IsControl))
        {
            await RefuseAsync(context, Error.Invalid("idempotency.key_required", $"The header {KeyHeader} has to be given, 1 to {MaximumKeyLength} characters."));
            return;
        }

        var store = context.RequestServices.GetRequiredService<IdempotencyStore>();
        var scope = ScopeOf(context);
        var entry = await store.EnterAsync(scope, key, await HashBodyAsync(context), context.RequestAborted);
        if (entry.IsOurs)
        {
            var feature = new IdempotencyFeature(entry.ResourceId, entry.IsFirst);
            context.Features.Set(feature);
            await WorkAsync(context, feature, store, scope, key);
        }
        else if (!entry.SameBody)
        {
            await RefuseAsync(context, Error.Refused("idempotency.key_reused", "The key was used before with another body."));
        }
        else if (entry.StatusCode is null)
        {
            await RefuseAsync(context, Error.Conflict("idempotency.in_flight", "A request with this key is being worked on."));
        }
        else
        {
            await ReplayAsync(context, entry);
        }
    }

    private async Task WorkAsync(HttpContext context, IdempotencyFeature feature, IdempotencyStore store, byte[] scope, string key)
    {
        var original = context.Response.Body;
        using var buffer = new MemoryStream();
        context.Response.Body = buffer;
        try
        {
            await next(context);
        }
        catch
        {
            context.Response.Body = original;

            // Whether the work was done is open; the same key may ask again, and finds the same resource id.
            await store.ReleaseAsync(scope, key, CancellationToken.None);
            throw;
        }

        context.Response.Body = original;
        var status = context.Response.StatusCode;
        if (feature.IsOpen || status >= 500)
        {
            await store.ReleaseAsync(scope, key, CancellationToken.None);
        }
        else if (status is < 400 or StatusCodes.Status409Conflict or StatusCodes.Status422UnprocessableEntity)
        {
            var headers = ReplayedHeaders.Where(name => context.Response.Headers.ContainsKey(name))
                .ToDictionary(name => name, name => context.Response.Headers[name].ToString());
            await store.CompleteAsync(scope, key, status, JsonSerializer.Serialize(headers), buffer.ToArray(), CancellationToken.None);
        }
        else
        {
            await store.ForgetAsync(scope, key, CancellationToken.None);
        }

        buffer.Position = 0;
        await buffer.CopyToAsync(original, context.RequestAborted);
    }

    private static async Task ReplayAsync(HttpContext context, IdempotencyEntry entry)
    {
        context.Response.StatusCode = entry.StatusCode!.Value;
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(entry.Headers!)!)
        {
            context.Response.Headers[name] = value;
        }

        context.Response.Headers[ReplayedHeader] = "true";
        await context.Response.Body.WriteAsync(entry.Response, context.RequestAborted);
    }

    private static Task RefuseAsync(HttpContext context, Error error) => error.ToProblem().ExecuteAsync(context);

    // A guest is told apart by the secret of the cart, or by the signed link of the order, which is in the query.
    private static byte[] ScopeOf(HttpContext context)
    {
        var caller = context.User.FindFirstValue("sub") ?? "guest:" + context.Request.Headers["Cart-Token"];
        return SHA256.HashData(Encoding.UTF8.GetBytes($"{caller}\n{context.Request.Method} {context.Request.Path}{context.Request.QueryString}"));
    }

    private static async Task<byte[]> HashBodyAsync(HttpContext context)
    {
        context.Request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = ArrayPool<byte>.Shared.Rent(8192);
        try
        {
            int read;
            while ((read = await context.Request.Body.ReadAsync(chunk, context.RequestAborted)) > 0)
            {
                hash.AppendData(chunk, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }

        context.Request.Body.Position = 0;
        return hash.GetHashAndReset();
    }
}
