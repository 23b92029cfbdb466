using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.Http;

namespace Ecommerce.ServiceDefaults.Problems;

/// <summary>The one map between kinds of refusal and HTTP statuses.</summary>
public static class ErrorKindExtensions
{
    /// <summary>The HTTP status of a kind of refusal.</summary>
    public static int ToStatusCode(this ErrorKind kind) => kind switch
    {
        ErrorKind.Invalid => StatusCodes.Status400BadRequest,
        ErrorKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        ErrorKind.Stale => StatusCodes.Status412PreconditionFailed,
        ErrorKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        ErrorKind.UnsupportedMediaType => StatusCodes.Status415UnsupportedMediaType,
        ErrorKind.Refused => StatusCodes.Status422UnprocessableEntity,
        ErrorKind.TooMany => StatusCodes.Status429TooManyRequests,
        ErrorKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    /// <summary>The kind of refusal behind another service's status.</summary>
    public static ErrorKind ToErrorKind(int statusCode) => statusCode switch
    {
        StatusCodes.Status401Unauthorized => ErrorKind.Unauthenticated,
        StatusCodes.Status403Forbidden => ErrorKind.Forbidden,
        StatusCodes.Status404NotFound => ErrorKind.NotFound,
        StatusCodes.Status409Conflict => ErrorKind.Conflict,
        StatusCodes.Status412PreconditionFailed => ErrorKind.Stale,
        StatusCodes.Status422UnprocessableEntity => ErrorKind.Refused,
        StatusCodes.Status429TooManyRequests => ErrorKind.TooMany,
        >= 500 => ErrorKind.Unavailable,
        _ => ErrorKind.Invalid,
    };
}
