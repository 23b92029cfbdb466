namespace Ecommerce.AppHost;

/// <summary>What the services' resources have in common.</summary>
internal static class ServiceResourceExtensions
{
    private const int SecretLength = 40;
    private const string YoungestGeneration = "0x600000";

    /// <summary>A database of its own, brought up to date before the service serves; in a cluster a job does that.</summary>
    public static IResourceBuilder<ProjectResource> WithDatabase(
        this IResourceBuilder<ProjectResource> service, IResourceBuilder<PostgresServerResource> server, string name)
    {
        var database = server.AddDatabase(name);
        service.WithReference(database).WaitFor(database).WithHttpHealthCheck("/health");
        return service.ApplicationBuilder.ExecutionContext.IsRunMode ? service.WithEnvironment("Database__MigrateAtStart", "true") : service;
    }

    /// <summary>The event broker.</summary>
    public static IResourceBuilder<ProjectResource> WithMessaging(
        this IResourceBuilder<ProjectResource> service, IResourceBuilder<RabbitMQServerResource> messaging) =>
        service.WithReference(messaging).WaitFor(messaging);

    /// <summary>A client secret that only auth-service and this service know, and auth-service's keys to check tokens with.</summary>
    public static IResourceBuilder<ProjectResource> WithIdentity(
        this IResourceBuilder<ProjectResource> service, IResourceBuilder<ProjectResource> auth)
    {
        var secret = service.ApplicationBuilder.AddSecret($"{service.Resource.Name}-client-secret");
        auth.WithEnvironment($"ServiceClients__{service.Resource.Name}", secret);
        return service.WithReference(auth).WithEnvironment("ServiceAuthentication__ClientSecret", secret);
    }

    /// <summary>A secret of the service's own, generated where none is given.</summary>
    public static IResourceBuilder<ProjectResource> WithSecret(this IResourceBuilder<ProjectResource> service, string setting, string parameter) =>
        service.WithEnvironment(setting, service.ApplicationBuilder.AddSecret(parameter));

    /// <summary>Fills the service's database with the demonstration shop on this machine; never in a cluster.</summary>
    public static IResourceBuilder<ProjectResource> WithDemoData(this IResourceBuilder<ProjectResource> service) =>
        service.ApplicationBuilder.ExecutionContext.IsRunMode ? service.WithEnvironment("Demo__Enabled", "true") : service;

    /// <summary>
    /// Staff accounts of the demonstration shop (<c>admin@shop.example</c> and so on) with a generated password. In a cluster there are none,
    /// and whoever reads the address that is given becomes the first admin.
    /// </summary>
    public static IResourceBuilder<ProjectResource> WithFirstStaff(this IResourceBuilder<ProjectResource> auth) =>
        auth.ApplicationBuilder.ExecutionContext.IsRunMode
            ? auth.WithSecret("Demo__StaffPassword", "demo-staff-password")
            : auth.WithEnvironment("Staff__FirstAdmin", auth.ApplicationBuilder.AddParameter("first-admin-email"));

    /// <summary>Keeps many .NET processes small on one machine, and what they report to the dashboard; no project file could hold these settings.</summary>
    public static void UseSmallFootprint(this IDistributedApplicationBuilder builder)
    {
        foreach (var project in builder.Resources.OfType<ProjectResource>().ToArray())
        {
            var service = builder.CreateResourceBuilder(project);

            // By itself the youngest generation grows with the processor's cache, which all of them share.
            service.WithEnvironment("DOTNET_GCgen0size", YoungestGeneration);
            if (builder.ExecutionContext.IsRunMode)
            {
                // Maps compiled code once instead of twice, 40 MB a process. In a cluster the extra wall stays.
                service.WithEnvironment("DOTNET_EnableWriteXorExecute", "0");

                // Twelve programs start at once on few processors: without profile-guided compilation each method is compiled at most twice.
                service.WithEnvironment("DOTNET_TieredPGO", "0");

                // The orchestrator would have metrics every second and every trace, a fifth of the processors under load. One request is seen whole.
                service.WithEnvironment("OTEL_METRIC_EXPORT_INTERVAL", "10000")
                    .WithEnvironment("OTEL_BSP_SCHEDULE_DELAY", "2000")
                    .WithEnvironment("OTEL_BLRP_SCHEDULE_DELAY", "2000")
                    .WithEnvironment("Telemetry__TracesPerSecond", builder.Configuration["Telemetry:TracesPerSecond"] ?? "5");

                // Services speak plain HTTP on this machine: nobody has to make or trust a development certificate.
                service.WithoutHttpsCertificate();
            }
        }
    }

    /// <summary>Uploaded images lie in a folder of this machine; in a cluster, where replicas share none, in a bucket that speaks S3.</summary>
    public static IResourceBuilder<ProjectResource> WithImageStorage(this IResourceBuilder<ProjectResource> product)
    {
        var builder = product.ApplicationBuilder;
        return builder.ExecutionContext.IsRunMode
            ? product.WithEnvironment("Images__Folder", DataFolder.ImagesOf(builder))
            : product.WithEnvironment("Images__Storage", "s3")
                .WithEnvironment("Images__Endpoint", builder.AddParameter("images-endpoint"))
                .WithEnvironment("Images__Bucket", builder.AddParameter("images-bucket"))
                .WithEnvironment("Images__AccessKey", builder.AddParameter("images-access-key", secret: true))
                .WithEnvironment("Images__SecretKey", builder.AddParameter("images-secret-key", secret: true));
    }

    /// <summary>What a socket has to say is dealt with on the thread that hears of it: a proxy only passes things on, and never blocks.</summary>
    public static IResourceBuilder<ProjectResource> WithInlineSockets(this IResourceBuilder<ProjectResource> gateway) =>
        gateway.WithEnvironment("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");

    /// <summary>On this machine everybody has one address: the gateway's limits are a hundred times as wide, or as <c>Limits:Factor</c> says.</summary>
    public static IResourceBuilder<ProjectResource> WithLocalLimits(this IResourceBuilder<ProjectResource> gateway) =>
        gateway.ApplicationBuilder.ExecutionContext.IsRunMode
            ? gateway.WithEnvironment("RateLimits__Factor", gateway.ApplicationBuilder.Configuration["Limits:Factor"] ?? "100")
            : gateway;

    /// <summary>A secret parameter, generated and kept on this machine; in a cluster it has to be given.</summary>
    public static IResourceBuilder<ParameterResource> AddSecret(this IDistributedApplicationBuilder builder, string name) =>
        builder.ExecutionContext.IsPublishMode
            ? builder.AddParameter(name, secret: true)
            : builder.AddParameter(name, new GenerateParameterDefault { MinLength = SecretLength, Special = false }, secret: true, persist: true);
}
