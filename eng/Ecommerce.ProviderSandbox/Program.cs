using Ecommerce.ProviderSandbox.Hosting;

var app = SandboxHost.Build(args);

await app.RunAsync();
