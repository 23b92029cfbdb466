namespace Ecommerce.GatewayBench;

/// <summary>
/// Measures all targets in turn, several rounds of it: what else the machine does falls on all of them alike. A ratio is the median of the
/// rounds' ratios. Where a machine is busy with other things, the ratio by CPU is the steadier one: what a request costs in processor time of
/// caller, gateway and service together, which on a machine of one's own is what decides the throughput.
/// </summary>
internal static class Comparison
{
    private const string Proxied = "/api/v1/orders";
    private const string Kept = "/api/v1/products?q=tent";

    // Until the compiler has done its work in every process.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(25);

    public static async Task<int> RunAsync(Options options)
    {
        var issuerUrl = Child.FreeUrl();
        await using var issuer = new Issuer(issuerUrl);
        await issuer.StartAsync();
        using var upstream = await StartSelfAsync("upstream");
        using var yarp = await StartSelfAsync("yarp", upstream.Address.GetLeftPart(UriPartial.Authority));
        using var gateway = await StartGatewayAsync(upstream.Address, issuerUrl);
        using var express = options.Express is null ? null : await StartExpressAsync(options.Express, upstream.Address, issuerUrl);
        Console.WriteLine($"gateway-service idle: {gateway.ResidentMebibytes:F0} MiB resident");

        var token = issuer.Token();
        List<Target> targets =
        [
            new("service, called directly", upstream.Address, Proxied, token),
            new("bare YARP", yarp.Address, Proxied, token),
            new("gateway, with a token", gateway.Address, Proxied, token),
            new("Kestrel from memory", upstream.Address, Kept),
            new("gateway, kept answer", gateway.Address, Kept),
        ];
        if (express is not null)
        {
            targets.Add(new("Express gateway, with a token", express.Address, Proxied, token));
        }

        Child?[] children = [upstream, yarp, gateway, express];
        TimeSpan Cpu() => children.Aggregate(Environment.CpuUsage.TotalTime, (sum, child) => sum + (child?.ProcessorTime ?? TimeSpan.Zero));
        var samples = targets.ToDictionary(target => target, _ => new List<Sample>());
        foreach (var target in targets)
        {
            await Load.RunAsync(target, options.Connections, WarmUp, Cpu);
        }

        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var target in targets)
            {
                samples[target].Add(await Load.RunAsync(target, options.Connections, TimeSpan.FromSeconds(options.Seconds), Cpu));
            }
        }

        Console.WriteLine($"{options.Rounds} rounds of {options.Seconds} s each, {options.Connections} connections, medians:");
        foreach (var (target, measured) in samples)
        {
            Console.WriteLine($"  {target.Name,-32} {Median(measured.Select(s => s.PerSecond)),9:F0} per second   p50 {Median(measured.Select(s => s.P50)),6:F2} ms   p99 {Median(measured.Select(s => s.P99)),6:F2} ms   {Median(measured.Select(s => s.Cpu)),6:F0} µs of CPU");
        }

        PrintRatio("gateway with a token : bare YARP", samples[targets[2]], samples[targets[1]]);
        PrintRatio("gateway with a token : service directly", samples[targets[2]], samples[targets[0]]);
        PrintRatio("gateway's kept answer : Kestrel from memory", samples[targets[4]], samples[targets[3]]);
        if (express is not null)
        {
            PrintRatio("gateway with a token : Express gateway", samples[targets[2]], samples[targets[5]]);
        }

        Console.WriteLine($"gateway-service after the load: {gateway.ResidentMebibytes:F0} MiB resident");
        return 0;
    }

    private static void PrintRatio(string name, List<Sample> of, List<Sample> to)
    {
        var throughput = Median(of.Zip(to, (a, b) => a.PerSecond / b.PerSecond));
        var p99 = Median(of.Zip(to, (a, b) => a.P99 / b.P99));
        var cpu = Median(to.Zip(of, (b, a) => b.Cpu / a.Cpu));
        Console.WriteLine($"  {name,-46} throughput {throughput:F2}   by CPU {cpu:F2}   p99 {p99:F2}");
    }

    private static Task<Child> StartSelfAsync(string verb, params string[] arguments)
    {
        var url = Child.FreeUrl();
        return Child.StartAsync(url, "dotnet", [typeof(Comparison).Assembly.Location, verb, url, .. arguments]);
    }

    private static Task<Child> StartGatewayAsync(Uri upstream, string issuer)
    {
        var url = Child.FreeUrl();
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Ecommerce.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Ecommerce.sln is in no folder above.");
        }

        var service = upstream.GetLeftPart(UriPartial.Authority);
        var dll = Path.Combine(folder.FullName, "services", "Ecommerce.GatewayService", "bin", "Release", "net10.0", "Ecommerce.GatewayService.dll");
        return Child.StartAsync(url, "dotnet", [dll],
            ("ASPNETCORE_URLS", url), ("ASPNETCORE_ENVIRONMENT", "Production"), ("Logging__LogLevel__Default", "Warning"),
            ("services__order-service__http__0", service), ("services__product-service__http__0", service), ("services__auth-service__http__0", issuer),
            ("Redis__Prefix", $"bench{Environment.ProcessId}."), ("Messaging__Prefix", $"bench{Environment.ProcessId}."), ("RateLimits__Factor", "1000000"),
            ("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1")); // As the AppHost has it.
    }

    private static Task<Child> StartExpressAsync(string folder, Uri upstream, string issuer)
    {
        var url = Child.FreeUrl();
        var script = Path.Combine(folder, "express-gateway.mjs");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "express-gateway.mjs"), script, overwrite: true);
        return Child.StartAsync(url, "node", [script], ("NODE_ENV", "production"), ("PORT", $"{new Uri(url).Port}"), ("UPSTREAM", upstream.GetLeftPart(UriPartial.Authority)), ("ISSUER", issuer));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
