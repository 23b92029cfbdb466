using System.Text.RegularExpressions;
using Ecommerce.ServiceDefaults;
using k8s.Models;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Ecommerce.AppHost.Tests;

/// <summary>What holds for every manifest, with servers of the chart's own and with external ones.</summary>
public sealed partial class ManifestTests(PublishedChart chart)
{
    private static readonly string[] Services =
    [
        "auth-service", "cart-service", "discount-service", "gateway-service", "notification-service", "order-service", "payment-service",
        "product-service", "return-service", "shipping-service", "user-service",
    ];

    private static readonly string[] Servers = ["messaging", "postgres", "redis"];

    public static TheoryData<string> Ways => ["own", "created", "external"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Every_service_has_a_workload_an_address_and_settings_and_nothing_else_is_there(string way)
    {
        var manifests = await ManifestsAsync(way);
        manifests.Deployments.Select(deployment => deployment.Metadata.Name).ShouldBe(Services, ignoreOrder: true);
        manifests.All.OfType<V1ConfigMap>().Select(map => map.Metadata.Name).ShouldBe([.. Services, "ecommerce-environment"], ignoreOrder: true);
        var servers = way == "external" ? [] : Servers;
        manifests.Servers.Select(server => server.Metadata.Name).ShouldBe(servers, ignoreOrder: true);
        manifests.All.OfType<V1Service>().Select(service => service.Metadata.Name).ShouldBe([.. Services, .. servers], ignoreOrder: true);
        manifests.All.OfType<V1Secret>().Count().ShouldBe(way == "created" ? 1 : 0);
        manifests.All.OfType<V1Ingress>().ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Selectors_find_the_pods_of_their_own_workload_only(string way)
    {
        var manifests = await ManifestsAsync(way);
        foreach (var service in manifests.All.OfType<V1Service>())
        {
            manifests.Pods.Where(pod => Matches(service.Spec.Selector, pod.Pod)).Select(pod => pod.Name).ShouldBe([service.Metadata.Name]);
        }

        foreach (var deployment in manifests.Deployments)
        {
            manifests.Pods.Where(pod => Matches(deployment.Spec.Selector.MatchLabels, pod.Pod)).Select(pod => pod.Name).ShouldBe([deployment.Metadata.Name]);
        }

        foreach (var server in manifests.Servers)
        {
            Matches(server.Spec.Selector.MatchLabels, server.Spec.Template).ShouldBeTrue();
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_port_that_a_Service_or_probe_names_is_one_of_the_container(string way)
    {
        var manifests = await ManifestsAsync(way);
        foreach (var service in manifests.All.OfType<V1Service>())
        {
            var pod = manifests.Pods.Single(pod => pod.Name == service.Metadata.Name).Pod;
            var ports = pod.Spec.Containers.SelectMany(container => container.Ports).ToArray();
            foreach (var port in service.Spec.Ports)
            {
                ports.Single(candidate => candidate.Name == port.TargetPort.Value).ContainerPort.ShouldBe(port.Port, service.Metadata.Name);
            }
        }

        foreach (var deployment in manifests.Deployments)
        {
            var container = deployment.Spec.Template.Spec.Containers.Single();
            container.Ports.Single().Name.ShouldBe("http");
            manifests.EnvironmentOf(container)["HTTP_PORTS"].ShouldBe("8080");
            new[] { container.StartupProbe, container.ReadinessProbe, container.LivenessProbe }.ShouldAllBe(probe => probe.HttpGet.Port.Value == "http");
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Every_workload_that_serves_has_three_probes(string way)
    {
        var manifests = await ManifestsAsync(way);
        foreach (var container in manifests.Deployments.Select(deployment => deployment.Spec.Template.Spec.Containers.Single()))
        {
            container.StartupProbe.HttpGet.Path.ShouldBe("/health");
            container.ReadinessProbe.HttpGet.Path.ShouldBe("/health");
            container.LivenessProbe.HttpGet.Path.ShouldBe("/alive");
        }

        foreach (var container in manifests.Servers.Select(server => server.Spec.Template.Spec.Containers.Single()))
        {
            new[] { container.StartupProbe, container.ReadinessProbe, container.LivenessProbe }.ShouldAllBe(probe => probe.Exec.Command.Count > 0);
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_pod_has_time_to_finish_what_is_in_flight(string way)
    {
        var drain = WebApplication.CreateBuilder().AddServiceDefaults().Services.BuildServiceProvider().GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout;
        foreach (var pod in (await ManifestsAsync(way)).Deployments.Select(deployment => deployment.Spec.Template.Spec))
        {
            var pause = pod.Containers.Single().Lifecycle.PreStop.Sleep.Seconds;
            pause.ShouldBeGreaterThan(0);
            pod.TerminationGracePeriodSeconds!.Value.ShouldBeGreaterThan(pause + (long)drain.TotalSeconds);
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Every_service_with_a_database_has_one_migration_and_waits_for_it(string way)
    {
        var manifests = await ManifestsAsync(way);
        var withDatabase = Services.Except(["gateway-service"]).ToArray();
        manifests.Jobs.Select(job => Regex.Replace(job.Metadata.Name, "-migrate-[0-9a-f]{10}$", "")).ShouldBe(withDatabase, ignoreOrder: true);
        foreach (var deployment in manifests.Deployments)
        {
            var pod = deployment.Spec.Template.Spec;
            var job = manifests.Jobs.SingleOrDefault(job => job.Metadata.Name.StartsWith(deployment.Metadata.Name + "-migrate-", StringComparison.Ordinal));
            (pod.InitContainers?.Count ?? 0).ShouldBe(job is null ? 0 : 1);
            if (job is not null)
            {
                var migration = job.Spec.Template.Spec.Containers.Single();
                migration.Args.ShouldBe(["migrate"]);
                pod.InitContainers!.Single().Args.ShouldBe(["await-migrations"]);
                new[] { migration.Image, pod.InitContainers!.Single().Image }.ShouldAllBe(image => image == pod.Containers.Single().Image);
                manifests.EnvironmentOf(migration).ShouldBe(manifests.EnvironmentOf(pod.Containers.Single()), ignoreOrder: true);
            }
        }
    }

    [Fact]
    public async Task A_migration_has_another_name_when_anything_of_it_changes()
    {
        var names = (await ManifestsAsync("own")).Jobs.Select(job => job.Metadata.Name).ToArray();
        foreach (var change in new[] { "images.tag=2.0.0", "parameters.first-admin-email=other@shop.example", "environment.A=b" })
        {
            var changed = await chart.ManifestsAsync([.. PublishedChart.ExistingSecret, change]);
            var auth = changed.Jobs.Select(job => job.Metadata.Name).Single(name => name.StartsWith("auth-service-", StringComparison.Ordinal));
            names.ShouldNotContain(auth, change);
        }

        var scaled = await chart.ManifestsAsync([.. PublishedChart.ExistingSecret, "replicas=5"]);
        scaled.Jobs.Select(job => job.Metadata.Name).ShouldBe(names);
    }

    [Fact]
    public async Task A_pod_is_another_one_when_its_settings_change()
    {
        var before = await ManifestsAsync("own");
        var after = await chart.ManifestsAsync([.. PublishedChart.ExistingSecret, "environment.A=b"]);
        foreach (var deployment in before.Deployments)
        {
            after.Deployments.Single(other => other.Metadata.Name == deployment.Metadata.Name).Spec.Template.Metadata.Annotations
                .ShouldNotBe(deployment.Spec.Template.Metadata.Annotations);
        }

        var address = await chart.ManifestsAsync([.. PublishedChart.ExistingSecret, "parameters.first-admin-email=other@shop.example"]);
        address.Deployments.Where(deployment => !Annotations(before, deployment.Metadata.Name).SequenceEqual(deployment.Spec.Template.Metadata.Annotations))
            .Select(deployment => deployment.Metadata.Name).ShouldBe(["auth-service"]);

        static IDictionary<string, string> Annotations(Manifests manifests, string name) =>
            manifests.Deployments.Single(deployment => deployment.Metadata.Name == name).Spec.Template.Metadata.Annotations;
    }

    [Fact]
    public async Task No_secret_is_anywhere_but_in_the_Secret()
    {
        var manifests = await ManifestsAsync("created");
        var secret = manifests.All.OfType<V1Secret>().Single();
        secret.StringData.Keys.ShouldBe(await chart.SecretNamesAsync(), ignoreOrder: true);
        secret.StringData.Values.ShouldAllBe(value => value.StartsWith(PublishedChart.SecretMark));
        foreach (var manifest in manifests.All.Where(manifest => manifest is not V1Secret))
        {
            k8s.KubernetesYaml.Serialize(manifest).ShouldNotContain(PublishedChart.SecretMark);
        }

        foreach (var file in Directory.EnumerateFiles(chart.Folder, "*", SearchOption.AllDirectories))
        {
            SecretLiteral().IsMatch(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBeFalse(file);
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_key_that_a_pod_takes_from_a_Secret_is_one_that_the_values_list(string way)
    {
        var names = await chart.SecretNamesAsync();
        var taken = (await ManifestsAsync(way)).Pods.SelectMany(pod => Manifests.ContainersOf(pod.Pod)).SelectMany(container => container.Env ?? [])
            .Select(variable => variable.ValueFrom?.SecretKeyRef).OfType<V1SecretKeySelector>().ToArray();
        taken.Select(key => key.Name).Distinct().ShouldBe([way == "created" ? "ecommerce-secrets" : "shop-secrets"]);
        taken.Select(key => key.Key).Distinct().ShouldBe(names, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_Kubernetes_puts_into_a_variable_stands_above_it(string way)
    {
        foreach (var container in (await ManifestsAsync(way)).Pods.SelectMany(pod => Manifests.ContainersOf(pod.Pod)))
        {
            var known = new HashSet<string>();
            foreach (var variable in container.Env ?? [])
            {
                foreach (var used in Reference().Matches(variable.Value ?? "").Select(match => match.Groups[1].Value))
                {
                    known.ShouldContain(used, $"{container.Name}, {variable.Name}");
                }

                known.Add(variable.Name).ShouldBeTrue($"{container.Name} has {variable.Name} twice");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Nothing_is_left_of_this_machine_of_the_dashboard_of_the_sandbox_and_of_the_demonstration(string way)
    {
        var text = await chart.RenderAsync(await ValuesAsync(way));
        foreach (var word in new[] { "localhost", ":latest", "sandbox", "Demo__", "OTEL_EXPORTER", "x-otlp-api-key", "MigrateAtStart", "https://auth", "__https__", "{{" })
        {
            text.ShouldNotContain(word, Case.Insensitive);
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_service_that_is_called_is_one_that_is_there(string way)
    {
        var manifests = await ManifestsAsync(way);
        var addresses = manifests.All.OfType<V1Service>().Where(service => Services.Contains(service.Metadata.Name))
            .Select(service => $"http://{service.Metadata.Name}:{service.Spec.Ports.Single().Port}").ToArray();
        foreach (var (name, address) in manifests.Deployments.SelectMany(deployment => manifests.EnvironmentOf(deployment.Spec.Template.Spec.Containers.Single()))
            .Where(variable => variable.Key.StartsWith("services__", StringComparison.Ordinal)))
        {
            addresses.ShouldContain(address, name);
        }
    }

    [Fact]
    public async Task Every_variable_of_the_model_arrives()
    {
        var manifests = await ManifestsAsync("created");
        var order = manifests.EnvironmentOf(manifests.Deployments.Single(deployment => deployment.Metadata.Name == "order-service").Spec.Template.Spec.Containers.Single());
        order["ConnectionStrings__orderdb"].ShouldBe(
            $"Host=postgres;Port=5432;Username=postgres;Password={PublishedChart.SecretMark}-postgres-password-0123456789;Database=orderdb");
        order["ConnectionStrings__messaging"].ShouldBe($"amqp://ecommerce:{PublishedChart.SecretMark}-messaging-password-0123456789@messaging:5672");
        order["ServiceAuthentication__ClientSecret"].ShouldBe($"{PublishedChart.SecretMark}-order-service-client-secret-0123456789");
        order["GuestAccess__Key"].ShouldBe($"{PublishedChart.SecretMark}-order-guest-access-key-0123456789");
        order["DOTNET_GCgen0size"].ShouldBe("0x600000");
        order["services__payment-service__http__0"].ShouldBe("http://payment-service:8080");
        order.Keys.Where(name => name.StartsWith("services__", StringComparison.Ordinal)).Select(name => name.Split("__")[1])
            .ShouldBe(["auth-service", "cart-service", "discount-service", "payment-service", "product-service", "shipping-service"], ignoreOrder: true);

        var cart = manifests.EnvironmentOf(manifests.Deployments.Single(deployment => deployment.Metadata.Name == "cart-service").Spec.Template.Spec.Containers.Single());
        cart["ConnectionStrings__redis"].ShouldBe($"redis:6379,password={PublishedChart.SecretMark}-redis-password-0123456789");
        var auth = manifests.EnvironmentOf(manifests.Deployments.Single(deployment => deployment.Metadata.Name == "auth-service").Spec.Template.Spec.Containers.Single());
        auth.Keys.Where(name => name.StartsWith("ServiceClients__", StringComparison.Ordinal)).Count().ShouldBe(9);
        auth["Staff__FirstAdmin"].ShouldBe("owner@shop.example");
        var product = manifests.EnvironmentOf(manifests.Deployments.Single(deployment => deployment.Metadata.Name == "product-service").Spec.Template.Spec.Containers.Single());
        product["Images__Endpoint"].ShouldBe("https://storage.example");
        product["Images__SecretKey"].ShouldBe($"{PublishedChart.SecretMark}-images-secret-key-0123456789");
    }

    [Fact]
    public async Task External_servers_are_reached_at_their_own_address_with_their_user_and_TLS()
    {
        var manifests = await ManifestsAsync("external");
        var cart = manifests.EnvironmentOf(manifests.Deployments.Single(deployment => deployment.Metadata.Name == "cart-service").Spec.Template.Spec.Containers.Single());
        cart["ConnectionStrings__cartdb"].ShouldBe("Host=db.example;Port=6432;Username=shop;Password=<shop-secrets/postgres-password>;SSL Mode=VerifyFull;Database=cartdb");
        cart["ConnectionStrings__redis"].ShouldBe("cache.example:6380,password=<shop-secrets/redis-password>,ssl=true");
        cart["ConnectionStrings__messaging"].ShouldBe("amqps://shop:<shop-secrets/messaging-password>@broker.example:5671");
        cart["REDIS_URI"].ShouldBe("rediss://:<shop-secrets/redis-password>@cache.example:6380");
    }

    [Fact]
    public async Task A_server_s_password_can_be_in_a_Secret_of_its_own()
    {
        var manifests = await chart.ManifestsAsync(
            [.. await chart.CreatedSecretAsync(), "secrets.values.postgres-password=", "postgres.passwordSecret.name=database-login", "postgres.passwordSecret.key=password"]);
        manifests.EnvironmentOf(manifests.Servers.Single(server => server.Metadata.Name == "postgres").Spec.Template.Spec.Containers.Single())["POSTGRES_PASSWORD"]
            .ShouldBe("<database-login/password>");
        manifests.EnvironmentOf(manifests.Jobs.First().Spec.Template.Spec.Containers.Single()).Values.ShouldContain(value => value.Contains("Password=<database-login/password>"));
    }

    [Fact]
    public async Task An_image_is_given_by_registry_repository_tag_and_digest()
    {
        (await ImageAsync()).ShouldMatch("^registry\\.example/shop/auth-service:\\d+\\.\\d+\\.\\d+$");
        (await ImageAsync("images.tag=5.0.1")).ShouldBe("registry.example/shop/auth-service:5.0.1");
        (await ImageAsync("services.auth-service.image.repository=other.example/auth", "services.auth-service.image.tag=7")).ShouldBe("other.example/auth:7");
        (await ImageAsync("services.auth-service.image.digest=sha256:abc")).ShouldBe("registry.example/shop/auth-service@sha256:abc");

        async Task<string> ImageAsync(params string[] values) =>
            (await chart.ManifestsAsync([.. PublishedChart.ExistingSecret, .. values])).Deployments.Single(d => d.Metadata.Name == "auth-service").Spec.Template.Spec.Containers.Single().Image;
    }

    [Fact]
    public async Task Replicas_are_given_for_all_services_and_for_one()
    {
        var manifests = await chart.ManifestsAsync([.. PublishedChart.ExistingSecret, "replicas=3", "services.gateway-service.replicas=0"]);
        manifests.Deployments.ShouldAllBe(deployment => deployment.Spec.Replicas == (deployment.Metadata.Name == "gateway-service" ? 0 : 3));
    }

    [Fact]
    public async Task The_gateway_alone_has_an_ingress_with_the_class_host_certificate_and_annotations_that_are_given()
    {
        var manifests = await chart.ManifestsAsync(
            [.. PublishedChart.ExistingSecret, "ingress.enabled=true", "ingress.host=shop.example", "ingress.className=nginx", "ingress.tls.secretName=certificate", "ingress.annotations.size=50m"]);
        var ingress = manifests.All.OfType<V1Ingress>().Single();
        ingress.Spec.Rules.Single().Host.ShouldBe("shop.example");
        ingress.Spec.Rules.Single().Http.Paths.Single().Backend.Service.Name.ShouldBe("gateway-service");
        ingress.Spec.IngressClassName.ShouldBe("nginx");
        ingress.Spec.Tls.Single().SecretName.ShouldBe("certificate");
        ingress.Metadata.Annotations["size"].ShouldBe("50m");
        var plain = await chart.ManifestsAsync([.. PublishedChart.ExistingSecret, "ingress.enabled=true", "ingress.host=shop.example"]);
        plain.All.OfType<V1Ingress>().Single().Spec.IngressClassName.ShouldBeNull();
        plain.All.OfType<V1Ingress>().Single().Spec.Tls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_of_the_chart_keeps_its_data_on_a_volume_of_the_given_size_and_class()
    {
        var manifests = await chart.ManifestsAsync([.. PublishedChart.ExistingSecret, "postgres.storage.size=50Gi", "postgres.storage.className=fast"]);
        var folders = new Dictionary<string, string> { ["postgres"] = "/var/lib/postgresql", ["redis"] = "/data", ["messaging"] = "/var/lib/rabbitmq" };
        foreach (var server in manifests.Servers)
        {
            server.Spec.Template.Spec.Containers.Single().VolumeMounts.Single().MountPath.ShouldBe(folders[server.Metadata.Name]);
            server.Spec.VolumeClaimTemplates.Single().Metadata.Name.ShouldBe(server.Spec.Template.Spec.Containers.Single().VolumeMounts.Single().Name);
            manifests.All.OfType<V1Service>().Single(service => service.Metadata.Name == server.Spec.ServiceName).Spec.ClusterIP.ShouldBe("None");
        }

        var claim = manifests.Servers.Single(server => server.Metadata.Name == "postgres").Spec.VolumeClaimTemplates.Single().Spec;
        claim.Resources.Requests["storage"].ToString().ShouldBe("50Gi");
        claim.StorageClassName.ShouldBe("fast");
        manifests.Servers.Single(server => server.Metadata.Name == "redis").Spec.VolumeClaimTemplates.Single().Spec.StorageClassName.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Every_object_has_the_labels_that_tools_look_for(string way)
    {
        foreach (var manifest in (await ManifestsAsync(way)).All)
        {
            foreach (var label in new[] { "name", "instance", "version", "component", "part-of", "managed-by" })
            {
                manifest.Metadata.Labels.ShouldContainKey($"app.kubernetes.io/{label}", manifest.Metadata.Name);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Kubectl_reads_every_manifest(string way)
    {
        var folder = Directory.CreateTempSubdirectory("ecommerce-manifests-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "all.yaml"), await chart.RenderAsync(await ValuesAsync(way)), TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "kustomization.yaml"), "resources: [all.yaml]", TestContext.Current.CancellationToken);
            (await Programs.RunAsync(Programs.Kubectl, ["kustomize", folder.FullName])).Succeeded();
            var names = (await Programs.RunAsync(Programs.Kubectl, ["label", "--local", "--filename", Path.Combine(folder.FullName, "all.yaml"), "read=true", "--output", "name"])).Succeeded();
            names.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe((await ManifestsAsync(way)).All.Count);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<string[]> ValuesAsync(string way) => way switch
    {
        "own" => PublishedChart.ExistingSecret,
        "created" => await chart.CreatedSecretAsync(),
        _ => [.. PublishedChart.ExistingSecret, .. PublishedChart.ExternalServers],
    };

    private async Task<Manifests> ManifestsAsync(string way) => await chart.ManifestsAsync(await ValuesAsync(way));

    private static bool Matches(IDictionary<string, string> selector, V1PodTemplateSpec pod) =>
        selector.All(label => pod.Metadata.Labels.TryGetValue(label.Key, out var value) && value == label.Value);

    [GeneratedRegex(@"(?<!\$)\$\((\w+)\)")]
    private static partial Regex Reference();

    [GeneratedRegex("sk_test_|SG\\.|shippo_test_|whsec_")]
    private static partial Regex SecretLiteral();
}
