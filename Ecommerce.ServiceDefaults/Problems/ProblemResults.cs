using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Ecommerce.ServiceDefaults.Problems;

/// <summary>Refusals as RFC 9457 problem documents.</summary>
public static class ProblemResults
{
    /// <summary>The answer for a refusal.</summary>
    public static ProblemHttpResult ToProblem(this Error error) => TypedResults.Problem(error.ToProblemDetails());

    internal static ProblemDetails ToProblemDetails(this Error error)
    {
        var status = error.Kind.ToStatusCode();
        var problem = new ProblemDetails
        {
            Status = status,
            Title = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status),
            Detail = error.Message,
            Extensions = { ["code"] = error.Code },
        };
        if (error.Fields.Count > 0)
        {
            problem.Extensions["errors"] = error.Fields;
        }

        foreach (var (name, value) in error.Details)
        {
            problem.Extensions[name] = value;
        }

        return problem;
    }
}
