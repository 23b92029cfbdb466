using Polly.Timeout;

namespace Microsoft.Extensions.Http.Resilience;

/// <summary>A time-out for HTTP requests. Default: 30 seconds.</summary>
public class HttpTimeoutStrategyOptions : TimeoutStrategyOptions;
