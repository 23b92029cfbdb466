using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication.JwtBearer.Internal;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.AspNetCore.Authentication.JwtBearer;

/// <summary>Authenticates requests by the bearer token in the <c>Authorization</c> header.</summary>
public class JwtBearerHandler(IOptionsMonitor<JwtBearerOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<JwtBearerOptions>(options, logger, encoder)
{
    private const string Prefix = "Bearer ";

    /// <summary>Called at the steps of authentication.</summary>
    protected new JwtBearerEvents Events
    {
        get => (JwtBearerEvents)base.Events!;
        set => base.Events = value;
    }

    /// <inheritdoc />
    protected override Task<object> CreateEventsAsync() => Task.FromResult<object>(new JwtBearerEvents());

    /// <inheritdoc />
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        try
        {
            var received = new MessageReceivedContext(Context, Scheme, Options);
            await Events.MessageReceived(received);
            if (received.Result is not null)
            {
                return received.Result;
            }

            var token = received.Token;
            if (string.IsNullOrEmpty(token))
            {
                var authorization = Request.Headers.Authorization.ToString();
                token = authorization.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
                    ? authorization[Prefix.Length..].Trim()
                    : null;
                if (string.IsNullOrEmpty(token))
                {
                    return AuthenticateResult.NoResult();
                }
            }

            return await ValidateAsync(token);
        }
        catch (Exception ex)
        {
            Log.ProcessingFailed(Logger, ex);
            var failed = new AuthenticationFailedContext(Context, Scheme, Options) { Exception = ex };
            await Events.AuthenticationFailed(failed);
            if (failed.Result is not null)
            {
                return failed.Result;
            }

            throw;
        }
    }

    /// <inheritdoc />
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var result = await HandleAuthenticateOnceSafeAsync();
        var challenge = new JwtBearerChallengeContext(Context, Scheme, Options, properties)
        {
            AuthenticateFailure = result?.Failure,
        };

        if (Options.IncludeErrorDetails && challenge.AuthenticateFailure is not null)
        {
            challenge.Error = "invalid_token";
            challenge.ErrorDescription = FailureText.Of(challenge.AuthenticateFailure);
        }

        await Events.Challenge(challenge);
        if (challenge.Handled)
        {
            return;
        }

        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.Append("WWW-Authenticate", ChallengeText(challenge));
    }

    /// <inheritdoc />
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var forbidden = new ForbiddenContext(Context, Scheme, Options);
        if (Response.StatusCode == StatusCodes.Status403Forbidden)
        {
            // Another handler has answered.
            return Task.CompletedTask;
        }

        if (!Response.HasStarted)
        {
            Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return Events.Forbidden(forbidden);
    }

    private async Task<AuthenticateResult> ValidateAsync(string token)
    {
        var parameters = await ParametersAsync();
        List<Exception>? failures = null;
        foreach (var handler in Options.TokenHandlers)
        {
            var result = await ValidateAsync(handler, token, parameters);
            if (result.IsValid)
            {
                return await SucceedAsync(token, result);
            }

            (failures ??= []).Add(Refused(result.Exception ?? new SecurityTokenValidationException($"The TokenHandler: '{handler}', was unable to validate the Token.")));
        }

        if (failures is null)
        {
            return AuthenticateResult.Fail("No TokenHandler was able to validate the token.");
        }

        var failed = new AuthenticationFailedContext(Context, Scheme, Options)
        {
            Exception = failures.Count == 1 ? failures[0] : new AggregateException(failures),
        };
        await Events.AuthenticationFailed(failed);
        return failed.Result ?? AuthenticateResult.Fail(failed.Exception);
    }

    private static async Task<TokenValidationResult> ValidateAsync(TokenHandler handler, string token, TokenValidationParameters parameters)
    {
        try
        {
            return await handler.ValidateTokenAsync(token, parameters);
        }
        catch (Exception ex) when (ex is ArgumentException or SecurityTokenException)
        {
            return new TokenValidationResult { IsValid = false, Exception = ex };
        }
    }

    private Exception Refused(Exception exception)
    {
        Log.TokenRefused(Logger, exception);
        if (Options.RefreshOnIssuerKeyNotFound && exception is SecurityTokenSignatureKeyNotFoundException)
        {
            Options.ConfigurationManager?.RequestRefresh();
        }

        return exception;
    }

    private async Task<AuthenticateResult> SucceedAsync(string token, TokenValidationResult result)
    {
        Log.TokenAccepted(Logger);
        var validated = new TokenValidatedContext(Context, Scheme, Options)
        {
            Principal = new(result.ClaimsIdentity),
            SecurityToken = result.SecurityToken,
        };
        validated.Properties.ExpiresUtc = Time(result.SecurityToken.ValidTo);
        validated.Properties.IssuedUtc = Time(result.SecurityToken.ValidFrom);

        await Events.TokenValidated(validated);
        if (validated.Result is not null)
        {
            return validated.Result;
        }

        if (Options.SaveToken)
        {
            validated.Properties.StoreTokens([new AuthenticationToken { Name = "access_token", Value = token }]);
        }

        validated.Success();
        return validated.Result!;
    }

    private async Task<TokenValidationParameters> ParametersAsync()
    {
        // A copy, since other requests use the options at the same time.
        var parameters = Options.TokenValidationParameters.Clone();
        if (Options.ConfigurationManager is BaseConfigurationManager manager)
        {
            parameters.ConfigurationManager = manager;
        }
        else if (Options.ConfigurationManager is { } other)
        {
            var configuration = await other.GetConfigurationAsync(Context.RequestAborted);
            parameters.ValidIssuers = [.. parameters.ValidIssuers ?? [], configuration.Issuer];
            parameters.IssuerSigningKeys = [.. parameters.IssuerSigningKeys ?? [], .. configuration.SigningKeys];
        }

        return parameters;
    }

    // RFC 6750 section 3: Bearer error="invalid_token", error_description="…"
    private string ChallengeText(JwtBearerChallengeContext challenge)
    {
        var text = new StringBuilder(Options.Challenge);
        var separator = Options.Challenge.Contains(' ', StringComparison.Ordinal) ? "," : string.Empty;
        foreach (var (name, value) in new[]
        {
            ("error", challenge.Error),
            ("error_description", challenge.ErrorDescription),
            ("error_uri", challenge.ErrorUri),
        })
        {
            if (!string.IsNullOrEmpty(value))
            {
                text.Append(separator).Append(' ').Append(name).Append("=\"").Append(value).Append('"');
                separator = ",";
            }
        }

        return text.ToString();
    }

    private static DateTimeOffset? Time(DateTime utc) => utc == DateTime.MinValue ? null : new DateTimeOffset(utc, TimeSpan.Zero);
}
