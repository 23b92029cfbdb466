using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ecommerce.ServiceDefaults.Json;
using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using Npgsql;
using Polly;

namespace Ecommerce.ServiceDefaults.Problems;

/// <summary>Answers for every exception. What is not expected is logged and told to nobody.</summary>
internal sealed partial class ServiceExceptionHandler(IProblemDetailsService problems, ILogger<ServiceExceptionHandler> logger) : IExceptionHandler
{
    private const int RetryAfterSeconds = 2;

    private static readonly Error ChangedByOthers =
        Error.Conflict("concurrency.conflict", "Someone else changed it at the same time. Read it again and retry.");

    private static readonly Error UnknownCharset =
        new("request.unsupported_media_type", "The charset of the body is not known. Send UTF-8.", ErrorKind.UnsupportedMediaType);

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var error = ErrorOf(exception) ?? (HasUnknownCharset(httpContext.Request) ? UnknownCharset : null);
        if (error is null)
        {
            LogUnexpected(exception, httpContext.Request.Method, RouteOf(httpContext), exception.GetType().FullName!, TraceOf(httpContext));
        }
        else if (error.Kind == ErrorKind.Unavailable)
        {
            LogUnavailable(exception, httpContext.Request.Method, RouteOf(httpContext), exception.GetType().FullName!, TraceOf(httpContext));
            httpContext.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        var problem = error?.ToProblemDetails() ?? new()
        {
            Status = StatusCodes.Status500InternalServerError,
            Title = "Internal Server Error",
            Detail = "Something went wrong here. It is logged under the trace id.",
        };
        httpContext.Response.StatusCode = problem.Status!.Value;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
    }

    // The route and not the path: a path may contain a secret. The framework's middleware has removed the endpoint from the context by now.
    private static string RouteOf(HttpContext context) =>
        (context.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";

    private static string TraceOf(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    // The framework reports an unknown charset by an InvalidOperationException, which has many other causes.
    private static bool HasUnknownCharset(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.Charset.HasValue && type.Encoding is null;

    private static Error? ErrorOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => OfBadRequest(bad),
        DbUpdateConcurrencyException => ChangedByOthers,
        PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter }
            => Error.Invalid("request.malformed", "A text holds a character that is not allowed."),

        // Of several requests that create the same row at the same time the database accepts one; a row that was just deleted cannot be referred to.
        PostgresException
        {
            SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ExclusionViolation or PostgresErrorCodes.ForeignKeyViolation
                or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
        } => ChangedByOthers,
        NpgsqlException { IsTransient: true } or HttpRequestException or TimeoutException or ExecutionRejectedException or ServiceClients.ServiceUnavailableException
            => Error.Unavailable("dependency.unavailable", "Something that this needs is away. Try again in a moment."),

        // EF Core wraps what the database answers, and once more what it would have retried.
        DbUpdateException { InnerException: NpgsqlException inner } => ErrorOf(inner),
        InvalidOperationException { InnerException: { } inner } when inner is DbUpdateException or NpgsqlException => ErrorOf(inner),
        _ => null,
    };

    private static Error OfBadRequest(BadHttpRequestException exception) => exception switch
    {
        { StatusCode: StatusCodes.Status413PayloadTooLarge } => new Error("request.too_large", "The body is too large.", ErrorKind.TooLarge),
        { StatusCode: StatusCodes.Status415UnsupportedMediaType } => new Error("request.unsupported_media_type", "The body has to be application/json.", ErrorKind.UnsupportedMediaType),
        { InnerException: JsonException json } => OfJson(json),
        _ => Error.Invalid("request.malformed", ParameterName().Match(exception.Message) is { Success: true } match
            ? $"The parameter '{match.Groups[1].Value}' is missing or malformed."
            : "The request is malformed."),
    };

    private static Error OfJson(JsonException exception)
    {
        if (UnknownMember().Match(exception.Message) is { Success: true } unknown)
        {
            return WithField(unknown.Groups[1].Value, "There is no such field.");
        }

        if (MissingMember().Match(exception.Message) is { Success: true } missing)
        {
            return WithField(missing.Groups[1].Value, "The field is required.");
        }

        if (exception is MalformedTextException)
        {
            return exception.Path is { Length: > 2 } field
                ? TextErrors.Malformed with { Fields = new Dictionary<string, string[]> { [field[2..]] = ["The text contains a character that is not allowed."] } }
                : TextErrors.Malformed;
        }

        var path = exception.Path is { Length: > 2 } p && p.StartsWith("$.", StringComparison.Ordinal) ? p[2..] : null;
        return path is null
            ? Error.Invalid("request.malformed", "The body is not valid JSON for this endpoint.")
            : WithField(path, "The value does not fit the field.");
    }

    private static Error WithField(string field, string message) =>
        Error.Invalid("request.malformed", "The body is not valid for this endpoint.") with { Fields = new Dictionary<string, string[]> { [field] = [message] } };

    [GeneratedRegex("JSON property '([^']+)' could not be mapped")]
    private static partial Regex UnknownMember();

    [GeneratedRegex("missing required properties including: '([^']+)'")]
    private static partial Regex MissingMember();

    [GeneratedRegex("parameter \"[^\"]*?([A-Za-z]+)\"")]
    private static partial Regex ParameterName();

    [LoggerMessage(LogLevel.Error, "Unexpected failure of {Method} {Route}: {ExceptionType}, trace {TraceId}.")]
    private partial void LogUnexpected(Exception exception, string method, string route, string exceptionType, string traceId);

    [LoggerMessage(LogLevel.Warning, "A dependency of {Method} {Route} is unavailable: {ExceptionType}, trace {TraceId}.")]
    private partial void LogUnavailable(Exception exception, string method, string route, string exceptionType, string traceId);
}
