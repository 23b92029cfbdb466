using Microsoft.Extensions.Logging;

namespace Microsoft.AspNetCore.Authentication.JwtBearer.Internal;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Failed to validate the token.", EventName = "TokenValidationFailed")]
    public static partial void TokenRefused(ILogger logger, Exception exception);

    [LoggerMessage(2, LogLevel.Debug, "Successfully validated the token.", EventName = "TokenValidationSucceeded")]
    public static partial void TokenAccepted(ILogger logger);

    [LoggerMessage(3, LogLevel.Error, "Exception occurred while processing message.", EventName = "ProcessingMessageFailed")]
    public static partial void ProcessingFailed(ILogger logger, Exception exception);
}
