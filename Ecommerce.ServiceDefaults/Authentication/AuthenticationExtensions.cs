using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ecommerce.ServiceDefaults.Authentication;

internal static class AuthenticationExtensions
{
    internal const string BackchannelClient = "token-keys";

    public static void AddServiceAuthentication(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection(AuthenticationSettings.Section).Get<AuthenticationSettings>() ?? new();
        builder.Services.AddHttpClient(BackchannelClient);
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder.Services.AddScoped<AuthenticationService>().AddSingleton<IAuthenticationService, RememberingAuthenticationService>();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<IHttpClientFactory>((options, clients) =>
            {
                options.Authority = settings.Authority;
                options.Backchannel = clients.CreateClient(BackchannelClient);
                options.RequireHttpsMetadata = false; // Inside the cluster; the keys are public and the gateway ends TLS.
                options.AutomaticRefreshInterval = SigningKeyRefresh.KeysAreFreshFor;
                options.SaveToken = false; // Nothing asks for it again, and each request would carry a copy.
                options.TokenHandlers.Clear();
                options.TokenHandlers.Add(new JsonWebTokenHandler { MapInboundClaims = false });
                options.TokenValidationParameters = new TokenValidationParameters
                {
                    ValidIssuer = settings.Issuer,
                    ValidAudience = settings.Audience,
                    ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
                    NameClaimType = "sub",
                    RoleClaimType = "roles",
                    ClockSkew = TimeSpan.FromSeconds(30),
                };
            });

        // A key that the issuer took back is worth nothing from the next fetch on, and not for an hour more.
        builder.Services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, options =>
        {
            if (options.ConfigurationManager is BaseConfigurationManager manager)
            {
                manager.UseLastKnownGoodConfiguration = false;
            }
        });
        builder.Services.AddHostedService<SigningKeyRefresh>();
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Policies.Customer, policy => policy.RequireRole(Roles.Customer))
            .AddPolicy(Policies.Support, policy => policy.RequireRole(Roles.Support, Roles.Admin))
            .AddPolicy(Policies.Merchandiser, policy => policy.RequireRole(Roles.Merchandiser, Roles.Admin))
            .AddPolicy(Policies.Staff, policy => policy.RequireRole(Roles.Support, Roles.Merchandiser, Roles.Admin))
            .AddPolicy(Policies.Admin, policy => policy.RequireRole(Roles.Admin))
            .AddPolicy(Policies.Service, policy => policy.RequireRole(Roles.Service))
            .AddPolicy(Policies.Operations, policy => policy.RequireRole(Roles.Service, Roles.Admin));
    }
}
