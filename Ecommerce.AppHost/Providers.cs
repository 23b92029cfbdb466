using System.Security.Cryptography;

namespace Ecommerce.AppHost;

/// <summary>The companies that the shop works with, or the sandbox that speaks their protocols.</summary>
internal sealed class Providers
{

    public Providers(IDistributedApplicationBuilder builder)
    {
        // Never published: in a cluster the keys are the real ones.
        if (builder.ExecutionContext.IsRunMode)
        {
            Sandbox = builder.AddProject<Projects.Ecommerce_ProviderSandbox>("provider-sandbox").WithHttpHealthCheck("/health");
        }

        Stripe = new Provider(builder, "Stripe", "sk_test_sandbox", Sandbox);
        SendGrid = new Provider(builder, "SendGrid", "SG.sandbox", Sandbox);
        Shippo = new Provider(builder, "Shippo", "shippo_test_sandbox", Sandbox);
    }

    /// <summary>What answers in the providers' place on this machine; null where the system is published.</summary>
    public IResourceBuilder<ProjectResource>? Sandbox { get; }

    public Provider Stripe { get; }

    public Provider SendGrid { get; }

    public Provider Shippo { get; }

    /// <summary>Makes the sandbox an OpenID Connect provider that auth-service knows, and auth-service the one client that the sandbox knows.</summary>
    public void OfferLogin(IResourceBuilder<ProjectResource> auth)
    {
        if (Sandbox is null)
        {
            return;
        }

        const string Client = "shop";
        const string Provider = "ExternalLogin__Providers__sandbox__";
        var secret = auth.ApplicationBuilder.AddSecret("sandbox-login-client-secret");
        Sandbox.WithEnvironment("OpenId__ClientId", Client).WithEnvironment("OpenId__ClientSecret", secret);
        auth.WithEnvironment(Provider + "Authority", ReferenceExpression.Create($"{Sandbox.GetEndpoint("http")}/openid"))
            .WithEnvironment(Provider + "ClientId", Client)
            .WithEnvironment(Provider + "ClientSecret", secret)
            .WithEnvironment(Provider + "DisplayName", "Sandbox");
    }

    /// <summary>Tells the sandbox where each provider's webhooks go, and the secrets that it signs them with.</summary>
    public void SendWebhooksTo(
        IResourceBuilder<ProjectResource> payment, IResourceBuilder<ProjectResource> notification, IResourceBuilder<ProjectResource> shipping)
    {
        if (Sandbox is null)
        {
            notification.WithEnvironment("SendGrid__WebhookPublicKey", notification.ApplicationBuilder.AddParameter("sendgrid-webhook-public-key"));
            return;
        }

        // SendGrid signs with a key of its own and gives out the public half; the sandbox gets a new pair each time.
        using var mailKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        notification.WithEnvironment("SendGrid__WebhookPublicKey", Convert.ToBase64String(mailKey.ExportSubjectPublicKeyInfo()));
        Sandbox
            .WithEnvironment("Stripe__WebhookUrl", ReferenceExpression.Create($"{payment.GetEndpoint("http")}/webhooks/stripe"))
            .WithEnvironment("Stripe__WebhookSecret", Stripe.WebhookSecret)
            .WithEnvironment("SendGrid__WebhookPrivateKey", Convert.ToBase64String(mailKey.ExportPkcs8PrivateKey()))
            .WithEnvironment("SendGrid__WebhookUrl", ReferenceExpression.Create($"{notification.GetEndpoint("http")}/webhooks/sendgrid"))
            .WithEnvironment("Shippo__WebhookUrl", ReferenceExpression.Create($"{shipping.GetEndpoint("http")}/webhooks/shippo"))
            .WithEnvironment("Shippo__WebhookSecret", Shippo.WebhookSecret);
    }
}
