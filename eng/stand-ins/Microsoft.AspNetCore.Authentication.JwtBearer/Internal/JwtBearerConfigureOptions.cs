using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Authentication.JwtBearer.Internal;

/// <summary>Reads a scheme's options from the configuration section <c>Authentication:Schemes:name</c>.</summary>
internal sealed class JwtBearerConfigureOptions(IAuthenticationConfigurationProvider configuration)
    : IConfigureNamedOptions<JwtBearerOptions>
{
    public void Configure(JwtBearerOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, JwtBearerOptions options)
    {
        if (string.IsNullOrEmpty(name) || configuration.GetSchemeConfiguration(name) is not { } section || !section.GetChildren().Any())
        {
            return;
        }

        var issuers = Values(section, "ValidIssuer", "ValidIssuers");
        var audiences = Values(section, "ValidAudience", "ValidAudiences");

        options.Authority = section[nameof(options.Authority)];
        options.Challenge = section[nameof(options.Challenge)] ?? options.Challenge;
        options.MetadataAddress = section[nameof(options.MetadataAddress)] ?? options.MetadataAddress;
        options.BackchannelTimeout = Time(section, nameof(options.BackchannelTimeout), options.BackchannelTimeout);
        options.RefreshInterval = Time(section, nameof(options.RefreshInterval), options.RefreshInterval);
        options.IncludeErrorDetails = Flag(section, nameof(options.IncludeErrorDetails), options.IncludeErrorDetails);
        options.MapInboundClaims = Flag(section, nameof(options.MapInboundClaims), options.MapInboundClaims);
        options.RefreshOnIssuerKeyNotFound = Flag(section, nameof(options.RefreshOnIssuerKeyNotFound), options.RefreshOnIssuerKeyNotFound);
        options.RequireHttpsMetadata = Flag(section, nameof(options.RequireHttpsMetadata), options.RequireHttpsMetadata);
        options.SaveToken = Flag(section, nameof(options.SaveToken), options.SaveToken);
        options.TokenValidationParameters = new()
        {
            ValidateIssuer = issuers.Count > 0,
            ValidIssuers = issuers,
            ValidateAudience = audiences.Count > 0,
            ValidAudiences = audiences,
            ValidateIssuerSigningKey = true,
        };
    }

    private static List<string> Values(IConfiguration section, string one, string many)
        => [.. section.GetSection(many).GetChildren().Select(static c => c.Value).Append(section[one]).OfType<string>()];

    private static bool Flag(IConfiguration section, string key, bool otherwise)
        => section[key] is { } value ? bool.Parse(value) : otherwise;

    private static TimeSpan Time(IConfiguration section, string key, TimeSpan otherwise)
        => section[key] is { } value ? TimeSpan.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}
