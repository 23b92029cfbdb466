namespace Microsoft.Extensions.Http.Resilience.Internal;

/// <summary>How the instance of a pipeline is chosen for a request; null: there is one instance.</summary>
internal sealed class PipelineSelector
{
    public Func<IServiceProvider, Func<HttpRequestMessage, string>>? Factory { get; set; }

    public static Func<IServiceProvider, Func<HttpRequestMessage, string>> ByAuthority { get; }
        = static _ => static request => request.RequestUri?.GetLeftPart(UriPartial.Authority)
            ?? throw new InvalidOperationException("The request message must have a URL specified.");
}
