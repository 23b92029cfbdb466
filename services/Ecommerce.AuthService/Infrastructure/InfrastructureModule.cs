using Ecommerce.AuthService.Application;
using Ecommerce.AuthService.Infrastructure.Demo;
using Ecommerce.AuthService.Infrastructure.Persistence;
using Ecommerce.AuthService.Infrastructure.Tokens;
using Ecommerce.Messaging;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Persistence;
using Ecommerce.ServiceDefaults.PersonalData;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Ecommerce.AuthService.Infrastructure;

internal static class InfrastructureModule
{
    public static void AddInfrastructure(this IHostApplicationBuilder builder)
    {
        builder.AddServiceDatabase<AuthDbContext>("authdb");
        builder.AddPersonalData<AccountPersonalData>();
        builder.AddMessaging<AuthDbContext, AccountEventMapper>(messaging => messaging.HandleErasure<AuthDbContext>());
        builder.Services.AddScoped<IAccountStore, AccountStore>();
        builder.Services.AddSingleton<IPasswords, Passwords>();
        builder.Services.AddSingleton<ITokenIssuer, TokenIssuer>();
        builder.Services.AddSingleton<IActionTokens, ActionTokens>();
        builder.Services.AddSingleton<KeyEncryption>();
        builder.Services.AddSingleton<KeyRing>();
        builder.Services.AddSingleton<IPublicKeys, PublicKeys>();
        builder.Services.AddSingleton<IDatabaseSeed>(services => services.GetRequiredService<KeyRing>());
        builder.Services.AddSingleton<IDatabaseSeed, DemoStaff>();
        builder.Services.AddOptions<AuthenticationSettings>().BindConfiguration(AuthenticationSettings.Section);
        builder.Services.AddOptions<KeyEncryptionOptions>().BindConfiguration(KeyEncryptionOptions.Section)
            .Validate(options => options.KeyEncryptionKey.Length >= 32, "The secret Authentication:KeyEncryptionKey is missing or shorter than 32 characters.")
            .ValidateOnStart();
        builder.Services.AddOptions<ActionLinkOptions>().BindConfiguration(ActionLinkOptions.Section)
            .Validate(options => options.Key.Length >= 32, "The secret ActionLinks:Key is missing or shorter than 32 characters.")
            .ValidateOnStart();

        // It checks its own tokens with its own keys, not over the network; after the framework's post-configuration it would be too late.
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<KeyRing>((options, keys) =>
        {
            options.Configuration = new OpenIdConnectConfiguration();
            options.TokenValidationParameters.IssuerSigningKeyResolver = (_, _, _, _) => keys.All;
        });
    }
}
