namespace Ecommerce.AppHost;

/// <summary>One company's account: its API key and webhook secret, and the address where it is not the real one.</summary>
internal sealed class Provider
{
    private readonly string _name;
    private readonly IResourceBuilder<ParameterResource> _apiKey;
    private readonly IResourceBuilder<ProjectResource>? _sandbox;

    public Provider(IDistributedApplicationBuilder builder, string name, string sandboxKey, IResourceBuilder<ProjectResource>? sandbox)
    {
        _name = name;
        var parameter = name.ToLowerInvariant();
        var givenKey = builder.Configuration[$"Parameters:{parameter}-api-key"];
        _sandbox = givenKey is null ? sandbox : null;
        _apiKey = sandbox is null || givenKey is not null
            ? builder.AddParameter($"{parameter}-api-key", secret: true)
            : builder.AddParameter($"{parameter}-api-key", sandboxKey, secret: true);
        WebhookSecret = builder.AddSecret($"{parameter}-webhook-secret");
    }

    public IResourceBuilder<ParameterResource> WebhookSecret { get; }

    public void Configure(IResourceBuilder<ProjectResource> service)
    {
        service.WithEnvironment($"{_name}__ApiKey", _apiKey).WithEnvironment($"{_name}__WebhookSecret", WebhookSecret);
        if (_sandbox is not null)
        {
            service.WithEnvironment($"{_name}__BaseUrl", _sandbox.GetEndpoint("http"));
        }
    }
}
