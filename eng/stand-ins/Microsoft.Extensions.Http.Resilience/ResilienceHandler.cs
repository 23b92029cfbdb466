using System.Runtime.ExceptionServices;
using Polly;

namespace Microsoft.Extensions.Http.Resilience;

/// <summary>Sends requests through a resilience pipeline.</summary>
public class ResilienceHandler : DelegatingHandler
{
    private readonly Func<HttpRequestMessage, ResiliencePipeline<HttpResponseMessage>> _pipeline;

    /// <summary>Makes a handler whose pipeline depends on the request.</summary>
    public ResilienceHandler(Func<HttpRequestMessage, ResiliencePipeline<HttpResponseMessage>> pipelineProvider)
    {
        ArgumentNullException.ThrowIfNull(pipelineProvider);
        _pipeline = pipelineProvider;
    }

    /// <summary>Makes a handler with one pipeline.</summary>
    public ResilienceHandler(ResiliencePipeline<HttpResponseMessage> pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        _pipeline = _ => pipeline;
    }

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);

        var given = request.GetResilienceContext();
        var context = given ?? ResilienceContextPool.Shared.Get(cancellationToken);
        var previous = given?.GetRequestMessage();
        if (given is null)
        {
            request.SetResilienceContext(context);
        }

        context.SetRequestMessage(request);
        try
        {
            var outcome = await _pipeline(request).ExecuteOutcomeAsync(
                static async (context, self) =>
                {
                    try
                    {
                        // A strategy may have put another request in its place.
                        var current = context.GetRequestMessage()!;
                        current.SetResilienceContext(context);
                        var response = await self.SendCoreAsync(current, context.CancellationToken).ConfigureAwait(context.ContinueOnCapturedContext);
                        return Outcome.FromResult(response);
                    }
                    catch (Exception ex)
                    {
                        return Outcome.FromException<HttpResponseMessage>(ex);
                    }
                },
                context,
                this).ConfigureAwait(context.ContinueOnCapturedContext);

            if (outcome.Exception is { } exception)
            {
                ExceptionDispatchInfo.Throw(exception);
            }

            return outcome.Result!;
        }
        finally
        {
            if (given is null)
            {
                ResilienceContextPool.Shared.Return(context);
                request.SetResilienceContext(null);
            }
            else
            {
                context.SetRequestMessage(previous);
            }
        }
    }

    private Task<HttpResponseMessage> SendCoreAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => base.SendAsync(request, cancellationToken);
}
