namespace Ecommerce.StandIns.Hosting.Tests;

public sealed class PublishingTests
{
    [Theory]
    [InlineData("chart-defaults")]
    [InlineData("chart")]
    public async Task A_chart_is_byte_for_byte_what_the_real_publisher_writes(string sample)
    {
        var expected = SampleFolder(sample);
        Assert.SkipWhen(expected is null, "No charts of the real publisher to compare with: set ASPIRE_SAMPLE_DIR to a folder that has them.");
        using var chart = await Chart.OfAsync(sample == "chart" ? SampleModels.Production : SampleModels.Defaults);

        chart.Files.ShouldBe(Directory.EnumerateFiles(expected, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(expected, f)).Order(StringComparer.Ordinal));
        foreach (var file in chart.Files)
        {
            chart[file].ShouldBe(await File.ReadAllTextAsync(Path.Combine(expected, file), Application.InTime), $"in {file}");
        }
    }

    [Fact]
    public async Task Secrets_are_left_to_whoever_deploys()
    {
        using var chart = await Chart.OfAsync(SampleModels.Production);

        chart["values.yaml"].ShouldContain("""
            secrets:
              postgres:
                pg_password: ""
            """.ReplaceLineEndings("\n"));
        chart["templates/x/secrets.yaml"].ShouldContain("""ORDERSDB_PASSWORD: "{{ .Values.secrets.x.pg_password }}" """.Trim());
        chart["templates/x/config.yaml"].ShouldNotContain("pg_password");
    }

    [Fact]
    public async Task A_port_stays_a_number_where_a_number_is_wanted_and_a_string_where_a_string_is()
    {
        using var chart = await Chart.OfAsync(SampleModels.Production);

        chart["templates/x/service.yaml"].ShouldContain("port: {{ .Values.parameters.x.port_http | int }}\n");
        chart["templates/x/config.yaml"].ShouldContain("""HTTP_PORTS: "{{ .Values.parameters.x.port_http | int | toString }}" """.Trim());
        chart["values.yaml"].ShouldContain("port_http: 8080\n");
    }

    [Fact]
    public async Task A_name_with_hyphens_is_a_key_that_a_template_can_write()
    {
        using var chart = await Chart.OfAsync(builder =>
        {
            builder.AddKubernetesEnvironment("k8s").WithDashboard(false);
            var order = builder.AddProject<Chart.X>("order-service");
            builder.AddProject<Chart.X>("gateway-service").WithReference(order);
        });

        chart["templates/gateway-service/config.yaml"].ShouldContain("services__order-service__http__0: \"http://order-service-service:{{ .Values.parameters.order_service.port_http }}\"");
        chart["templates/gateway-service/config.yaml"].ShouldNotContain("services__order-service__https__0");
        chart["values.yaml"].ShouldContain("order_service_image: \"order-service:latest\"");
    }

    [Fact]
    public async Task What_is_excluded_is_not_published()
    {
        using var chart = await Chart.OfAsync(builder =>
        {
            builder.AddKubernetesEnvironment("k8s").WithDashboard(false);
            builder.AddProject<Chart.X>("sandbox").ExcludeFromManifest();
            builder.AddProject<Chart.X>("real");
        });

        chart.Files.ShouldNotContain(f => f.Contains("sandbox"));
        chart.Files.ShouldContain("templates/real/deployment.yaml");
    }

    [Fact]
    public async Task An_ingress_does_not_route_to_an_endpoint_that_is_not_external()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"chart-{Guid.NewGuid():N}");
        await using var builder = DistributedApplicationTestingBuilder.Create("--operation", "publish", "--step", "publish", "--output-path", folder);
        var x = builder.AddProject<Chart.X>("x");
        builder.AddKubernetesEnvironment("k8s").AddIngress("public").WithPath("/", x.GetEndpoint("http"));
        await using var app = await builder.BuildAsync(Application.InTime);

        await app.RunAsync(Application.InTime);

        File.Exists(Path.Combine(folder, "templates/public/public.yaml")).ShouldBeFalse();
        Environment.ExitCode.ShouldBe(1);
        Environment.ExitCode = 0;
    }

    private static string? SampleFolder(string sample)
    {
        var given = Environment.GetEnvironmentVariable("ASPIRE_SAMPLE_DIR");
        for (var folder = new DirectoryInfo(given ?? AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            foreach (var candidate in (string[])[Path.Combine(folder.FullName, sample), Path.Combine(folder.FullName, "shared", "aspire-sample", sample)])
            {
                if (File.Exists(Path.Combine(candidate, "Chart.yaml")))
                {
                    return candidate;
                }
            }
        }

        return null;
    }
}
