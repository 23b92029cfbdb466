using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Ecommerce.ServiceDefaults.Problems;

/// <summary>
/// Writes a problem document for callers whose <c>Accept</c> has no JSON in it, a browser for example: the framework's own writer would leave
/// them with an empty body or plain text. A refusal in a type that was not asked for says more (RFC 9110, 12.5.1, allows it).
/// </summary>
internal sealed class AnyAcceptProblemWriter(IOptions<ProblemDetailsOptions> problems, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json) : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (response, problem) = (context.HttpContext.Response, context.ProblemDetails);
        problem.Status ??= response.StatusCode;
        problem.Title ??= ReasonPhrases.GetReasonPhrase(problem.Status.Value);
        problems.Value.CustomizeProblemDetails?.Invoke(context);
        await response.WriteAsJsonAsync(
            problem,
            json.Value.SerializerOptions.GetTypeInfo(typeof(ProblemDetails)),
            "application/problem+json",
            context.HttpContext.RequestAborted);
    }
}
