using Ecommerce.AuthService.Application;
using Ecommerce.AuthService.Application.ExternalLogin;
using Ecommerce.AuthService.Application.Links;
using Ecommerce.AuthService.Application.Mfa;
using Ecommerce.AuthService.Application.Passwords;
using Ecommerce.AuthService.Application.ReadAccount;
using Ecommerce.AuthService.Application.Sessions;
using Ecommerce.AuthService.Application.SigningKeys;
using Ecommerce.AuthService.Infrastructure.Demo;
using Ecommerce.AuthService.Infrastructure.ExternalLogin;
using Ecommerce.AuthService.Infrastructure.Mfa;
using Ecommerce.AuthService.Infrastructure.Passwords;
using Ecommerce.AuthService.Infrastructure.Persistence;
using Ecommerce.AuthService.Infrastructure.Retention;
using Ecommerce.AuthService.Infrastructure.Staff;
using Ecommerce.AuthService.Infrastructure.Tokens;
using Ecommerce.Contracts.Auth;
using Ecommerce.Messaging;
using Ecommerce.ServiceDefaults.Authentication;
using Ecommerce.ServiceDefaults.Persistence;
using Ecommerce.ServiceDefaults.PersonalData;
using Ecommerce.ServiceDefaults.Retention;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Ecommerce.AuthService.Infrastructure;

internal static class InfrastructureModule
{
    public static void AddInfrastructure(this IHostApplicationBuilder builder)
    {
        builder.AddServiceDatabase<AuthDbContext>("authdb");
        builder.AddPersonalData<AccountPersonalData>();
        builder.AddRetention<AuthDbContext, AuthRetention>();
        builder.Services.AddOptions<AuthRetentionOptions>().BindConfiguration(RetentionSettings.Section)
            .Validate(options => options.ArePossible, $"In Retention no time is negative, and AuditLog is at least {AuthRetentionOptions.ShortestAuditLog.Days} days.")
            .ValidateOnStart();
        builder.AddMessaging<AuthDbContext, AccountEventMapper>(messaging => messaging
            .Handle<LinkAskedFor, LinkAskedForHandler>()
            .HandleErasure<AuthDbContext>());
        builder.Services.AddScoped<IAccountStore, AccountStore>();
        builder.Services.AddScoped<IAccountReader, AccountReader>();
        builder.Services.AddSingleton<IPasswords, Passwords.Passwords>();
        builder.Services.AddSingleton<ICommonPasswords, CommonPasswords>();
        builder.Services.AddSingleton<DerivedSecrets>();
        builder.Services.AddSingleton<IRefreshTokens, RefreshTokens>();
        builder.Services.AddSingleton<ITokenIssuer, TokenIssuer>();
        builder.Services.AddSingleton<IActionTokens, ActionTokens>();
        builder.Services.AddSingleton<KeyEncryption>();
        builder.Services.AddSingleton<ISecretBox>(services => services.GetRequiredService<KeyEncryption>());
        builder.Services.AddSingleton<IQrCodes, QrCodes>();
        builder.Services.AddSingleton<IFlowSecrets, FlowSecretsSource>();
        builder.Services.AddSingleton<IExternalProviders, OpenIdProviders>();
        builder.Services.AddHttpClient(OpenIdProviders.Client, client => client.Timeout = TimeSpan.FromSeconds(10));
        builder.Services.AddOptions<ExternalLoginOptions>().BindConfiguration(ExternalLoginOptions.Section)
            .Validate(options => options.Providers.Values.All(provider => provider.IsComplete), "A provider in ExternalLogin:Providers lacks Authority (https), ClientId or ClientSecret.")
            .ValidateOnStart();
        builder.Services.AddSingleton<KeyRing>();
        builder.Services.AddSingleton<IPublicKeys, PublicKeys>();
        builder.Services.AddSingleton<KeyRotation>();
        builder.Services.AddSingleton<ISigningKeys>(services => services.GetRequiredService<KeyRotation>());
        builder.Services.AddSingleton<IDatabaseSeed>(services => services.GetRequiredService<KeyRotation>());
        builder.Services.AddHostedService<KeyRotationWorker>();
        builder.Services.AddSingleton<IDatabaseSeed, DemoStaff>();
        builder.Services.AddSingleton<IDatabaseSeed, FirstAdmin>();
        builder.Services.AddOptions<AuthenticationSettings>().BindConfiguration(AuthenticationSettings.Section);
        builder.Services.AddOptions<KeyEncryptionOptions>().BindConfiguration(KeyEncryptionOptions.Section)
            .Validate(options => options.KeyEncryptionKey.Length >= 32, "The secret Authentication:KeyEncryptionKey is missing or shorter than 32 characters.")
            .ValidateOnStart();
        builder.Services.AddOptions<ActionLinkOptions>().BindConfiguration(ActionLinkOptions.Section)
            .Validate(options => options.Key.Length >= 32, "The secret ActionLinks:Key is missing or shorter than 32 characters.")
            .ValidateOnStart();

        builder.Services.AddOptions<PasswordOptions>().BindConfiguration(PasswordOptions.Section)
            .Validate(options => options.Iterations >= PasswordOptions.FewestIterations, $"Passwords:Iterations is less than {PasswordOptions.FewestIterations}.")
            .ValidateOnStart();

        builder.Services.AddOptions<SigningKeyOptions>().BindConfiguration(SigningKeyOptions.Section)
            .Validate(options => options.IsSafe, "In SigningKeys, twice CheckEvery has to be less than PublishAhead, and that less than Period.")
            .ValidateOnStart();

        // It checks its own tokens with its own keys, not over the network; after the framework's post-configuration it would be too late.
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<KeyRing>((options, keys) =>
        {
            options.Configuration = new OpenIdConnectConfiguration();
            options.TokenValidationParameters.IssuerSigningKeyResolver = (_, _, _, _) => keys.All;
        });
    }
}
