using System.Diagnostics.CodeAnalysis;
using Polly;

namespace Microsoft.Extensions.Http.Resilience;

/// <summary>Keeps methods out of the retries.</summary>
[Experimental("EXTEXP0001", UrlFormat = "https://aka.ms/dotnet-extensions-warnings/{0}")]
public static class HttpRetryStrategyOptionsExtensions
{
    /// <summary>Never retries POST, PATCH, PUT, DELETE and CONNECT.</summary>
    public static void DisableForUnsafeHttpMethods(this HttpRetryStrategyOptions options)
        => options.DisableFor(HttpMethod.Delete, HttpMethod.Post, HttpMethod.Put, HttpMethod.Connect, HttpMethod.Patch);

    /// <summary>Never retries the given methods.</summary>
    public static void DisableFor(this HttpRetryStrategyOptions options, params HttpMethod[] methods)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(methods);
        if (methods.Length == 0)
        {
            throw new ArgumentException("Collection is empty", nameof(methods));
        }

        var inner = options.ShouldHandle;
        options.ShouldHandle = async args =>
        {
            if (!await inner(args).ConfigureAwait(args.Context.ContinueOnCapturedContext))
            {
                return false;
            }

            var request = args.Outcome.Result?.RequestMessage ?? args.Context.GetRequestMessage();
            return request is null || !methods.Contains(request.Method);
        };
    }
}
