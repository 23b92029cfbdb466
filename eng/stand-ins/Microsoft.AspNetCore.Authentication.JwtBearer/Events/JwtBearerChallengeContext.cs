using Microsoft.AspNetCore.Http;

namespace Microsoft.AspNetCore.Authentication.JwtBearer;

/// <summary>A 401 is about to be answered.</summary>
public class JwtBearerChallengeContext(
    HttpContext context,
    AuthenticationScheme scheme,
    JwtBearerOptions options,
    AuthenticationProperties properties)
    : PropertiesContext<JwtBearerOptions>(context, scheme, options, properties)
{
    /// <summary>Why authentication failed; null where there was no token.</summary>
    public Exception? AuthenticateFailure { get; set; }

    /// <summary>The <c>error</c> of the challenge.</summary>
    public string? Error { get; set; }

    /// <summary>The <c>error_description</c> of the challenge.</summary>
    public string? ErrorDescription { get; set; }

    /// <summary>The <c>error_uri</c> of the challenge.</summary>
    public string? ErrorUri { get; set; }

    /// <summary>Whether the application has answered.</summary>
    public bool Handled { get; private set; }

    /// <summary>Says that the application has answered.</summary>
    public void HandleResponse() => Handled = true;
}
