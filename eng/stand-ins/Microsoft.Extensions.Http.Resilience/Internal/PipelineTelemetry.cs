using Microsoft.Extensions.Logging;
using Polly.Telemetry;

namespace Microsoft.Extensions.Http.Resilience.Internal;

/// <summary>Logs what strategies report, under the category and levels of the real package: a retry is a warning.</summary>
internal sealed partial class PipelineTelemetry(ILogger logger) : TelemetryListener
{
    public override void Write<TResult, TArgs>(in TelemetryEventArguments<TResult, TArgs> args)
    {
        var level = args.Event.Severity switch
        {
            ResilienceEventSeverity.Critical => LogLevel.Critical,
            ResilienceEventSeverity.Error => LogLevel.Error,
            ResilienceEventSeverity.Warning => LogLevel.Warning,
            ResilienceEventSeverity.Information => LogLevel.Information,
            ResilienceEventSeverity.Debug => LogLevel.Debug,
            _ => LogLevel.None,
        };

        if (level is LogLevel.None || !logger.IsEnabled(level))
        {
            return;
        }

        var result = args.Outcome switch
        {
            { Exception: { } exception } => exception.Message,
            { Result: HttpResponseMessage response } => ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => null,
        };
        Report(logger, level, args.Event.EventName, args.Source.PipelineName, args.Source.PipelineInstanceName, args.Source.StrategyName, result);
    }

    [LoggerMessage(EventId = 0, EventName = "ResilienceEvent",
        Message = "Resilience event occurred. EventName: '{EventName}', Source: '{PipelineName}/{PipelineInstance}/{StrategyName}', Result: '{Result}'")]
    private static partial void Report(ILogger logger, LogLevel level, string eventName, string? pipelineName, string? pipelineInstance, string? strategyName, string? result);
}
