using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Ecommerce.ServiceDefaults.Idempotency;

/// <summary>Marks endpoints, and tells them the id to use.</summary>
public static class IdempotencyExtensions
{
    /// <summary>Honours an <c>Idempotency-Key</c> where one is given.</summary>
    public static TBuilder WithIdempotency<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new IdempotencyMetadata(Required: false));

    /// <summary>Asks for an <c>Idempotency-Key</c>.</summary>
    public static TBuilder RequireIdempotency<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new IdempotencyMetadata(Required: true));

    /// <summary>The id for what this request makes: the same for each repetition under one key, a new one without a key.</summary>
    public static Guid ResourceId(this HttpContext context, TimeProvider clock) =>
        context.Features.Get<IdempotencyFeature>()?.ResourceId ?? Guid.CreateVersion7(clock.GetUtcNow());

    /// <summary>
    /// Says that the work continues after this response. The response is not stored: the same request sent again runs the endpoint again, which
    /// answers with the current state.
    /// </summary>
    public static void LeaveOpen(this HttpContext context)
    {
        if (context.Features.Get<IdempotencyFeature>() is { } feature)
        {
            feature.IsOpen = true;
        }
    }

    /// <summary>Whether a request with this key may have done a part of the work before: it crashed, or ran into an outage.</summary>
    public static bool MayHaveBegun(this HttpContext context) => context.Features.Get<IdempotencyFeature>() is { IsFirst: false };
}
