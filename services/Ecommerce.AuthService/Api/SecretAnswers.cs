namespace Ecommerce.AuthService.Api;

/// <summary>Answers that hold a token or a code.</summary>
internal static class SecretAnswers
{
    /// <summary>No cache on the way keeps them.</summary>
    public static TBuilder NotStored<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.AddEndpointFilter(async (context, next) =>
        {
            context.HttpContext.Response.Headers.CacheControl = "no-store";
            return await next(context);
        });
}
