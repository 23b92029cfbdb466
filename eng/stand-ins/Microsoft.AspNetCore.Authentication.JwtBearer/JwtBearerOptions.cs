using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.AspNetCore.Authentication.JwtBearer;

/// <summary>Options of bearer authentication.</summary>
public class JwtBearerOptions : AuthenticationSchemeOptions
{
    private readonly JsonWebTokenHandler _defaultTokenHandler = new() { MapInboundClaims = true };

    /// <summary>Makes the defaults.</summary>
    public JwtBearerOptions() => TokenHandlers = [_defaultTokenHandler];

    /// <summary>Whether the metadata must come over HTTPS. Default: true.</summary>
    public bool RequireHttpsMetadata { get; set; } = true;

    /// <summary>Where the metadata is; by default under <see cref="Authority" />.</summary>
    public string MetadataAddress { get; set; } = default!;

    /// <summary>The address of the issuer.</summary>
    public string? Authority { get; set; }

    /// <summary>The audience that a token must name.</summary>
    public string? Audience { get; set; }

    /// <summary>The challenge of the <c>WWW-Authenticate</c> header. Default: <c>Bearer</c>.</summary>
    public string Challenge { get; set; } = JwtBearerDefaults.AuthenticationScheme;

    /// <summary>Called at the steps of authentication.</summary>
    public new JwtBearerEvents Events
    {
        get => (JwtBearerEvents)base.Events!;
        set => base.Events = value;
    }

    /// <summary>The handler that fetches the metadata.</summary>
    public HttpMessageHandler? BackchannelHttpHandler { get; set; }

    /// <summary>The client that fetches the metadata.</summary>
    public HttpClient Backchannel { get; set; } = default!;

    /// <summary>How long fetching may take. Default: 1 minute.</summary>
    public TimeSpan BackchannelTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Fixed configuration; nothing is fetched then.</summary>
    public OpenIdConnectConfiguration? Configuration { get; set; }

    /// <summary>Fetches and keeps the configuration.</summary>
    public IConfigurationManager<OpenIdConnectConfiguration>? ConfigurationManager { get; set; }

    /// <summary>Whether a token of an unknown key has the keys fetched again. Default: true.</summary>
    public bool RefreshOnIssuerKeyNotFound { get; set; } = true;

    /// <summary>The handlers that read tokens, the first that can read one decides.</summary>
    public IList<TokenHandler> TokenHandlers { get; private set; }

    /// <summary>What a token is checked for.</summary>
    public TokenValidationParameters TokenValidationParameters { get; set; } = new();

    /// <summary>Whether the token is kept in the authentication properties. Default: true.</summary>
    public bool SaveToken { get; set; } = true;

    /// <summary>Whether the challenge says why a token was refused. Default: true.</summary>
    public bool IncludeErrorDetails { get; set; } = true;

    /// <summary>Whether short claim names become the long ones of .NET. Default: true.</summary>
    public bool MapInboundClaims
    {
        get => _defaultTokenHandler.MapInboundClaims;
        set => _defaultTokenHandler.MapInboundClaims = value;
    }

    /// <summary>How often the configuration is fetched anew by itself. Default: 12 hours.</summary>
    public TimeSpan AutomaticRefreshInterval { get; set; } = BaseConfigurationManager.DefaultAutomaticRefreshInterval;

    /// <summary>The least time between two fetches that were asked for. Default: 5 minutes.</summary>
    public TimeSpan RefreshInterval { get; set; } = BaseConfigurationManager.DefaultRefreshInterval;
}
