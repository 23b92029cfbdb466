using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;

namespace Ecommerce.CatalogueBench;

/// <summary>Imports catalogues of several sizes through the API of a product-service of its own, and calls it as shoppers do. Nothing is cached in between.</summary>
internal static class Measurement
{
    private static readonly string[] Searches =
    [
        "jacket", "wool blanket", "iphone case", "trail backpack", "headphones", "steel pan", "summit tent", "leather boots", "nordic lamp", "smartphone", "cycling light", "bamboo shelf",
        "urban trainers", "linen shirt", "oak", "galaxy case", "speaker pro", "ceramic mug", "signature knife", "coastal dress",
    ];

    private static readonly string[] Misspelled = ["iphnoe case", "jaket", "headphnes", "backpak", "smartphnoe", "blanekt", "suitcse", "leahter boots"];
    private static readonly string[] Categories = ["clothing", "footwear", "jackets", "phone-cases", "electronics", "tents", "home", "kitchen"];

    private static readonly (string Code, string Type, string Name)[] Attributes = [("material", "text", "Material"), ("warranty_years", "number", "Warranty"), ("waterproof", "boolean", "Waterproof")];

    public static async Task<int> RunAsync(Options options)
    {
        var issuerUrl = Child.FreeUrl();
        await using var issuer = new Issuer(issuerUrl);
        await issuer.StartAsync();
        foreach (var variants in options.Variants)
        {
            await MeasureAsync(options, variants, issuer, issuerUrl);
        }

        return 0;
    }

    private static async Task MeasureAsync(Options options, int variants, Issuer issuer, string issuerUrl)
    {
        var servers = Environment.GetEnvironmentVariable("ConnectionStrings__postgres") ?? throw new InvalidOperationException("Set ConnectionStrings__postgres: eval \"$(eng/test-servers.sh start)\".");
        var database = new NpgsqlConnectionStringBuilder(servers) { Database = $"catalogue_bench_{Environment.ProcessId}_{variants}" };
        await ExecuteAsync(servers, $"CREATE DATABASE {database.Database}");
        var folder = Directory.CreateTempSubdirectory("catalogue-bench");
        try
        {
            using (var service = await StartAsync(database.ConnectionString, folder.FullName, issuerUrl))
            {
                Console.WriteLine($"{variants:N0} variants");
                using var client = new HttpClient { BaseAddress = service.Address, Timeout = Timeout.InfiniteTimeSpan };
                client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Token());
                await ImportAsync(client, options, variants, folder.FullName);
                await ExecuteAsync(database.ConnectionString, "VACUUM ANALYZE");
                Console.WriteLine($"  service: {service.ResidentMebibytes:F0} MiB resident after the import");
                var slugs = await SlugsAsync(database.ConnectionString);
                TimeSpan Cpu() => Environment.CpuUsage.TotalTime + service.ProcessorTime;
                (string Name, IReadOnlyList<string> Paths)[] calls =
                [
                    ("list, newest", ["/api/v1/products?limit=20"]),
                    ("list, by category and price", [.. Categories.Select(category => $"/api/v1/products?limit=20&category={category}&sort=priceAscending&minPrice=2000")]),
                    ("detail", [.. slugs.Select(slug => $"/api/v1/products/{slug}")]),
                    ("search", [.. Searches.Select(text => $"/api/v1/products?limit=20&q={Uri.EscapeDataString(text)}")]),
                    ("search with facets", [.. Searches.Select(text => $"/api/v1/products?limit=20&facets=true&q={Uri.EscapeDataString(text)}")]),
                    ("search with facets and filters", [.. Searches.Select(text => $"/api/v1/products?limit=20&facets=true&option.Colour=Black&attribute.waterproof=true&q={Uri.EscapeDataString(text)}")]),
                    ("search by two options and a price", [.. Searches.Select(text => $"/api/v1/products?limit=20&facets=true&option.Colour=Black&option.Size=M&option.Size=L&maxPrice=20000&q={Uri.EscapeDataString(text)}")]),
                    ("search with typing errors", [.. Misspelled.Select(text => $"/api/v1/products?limit=20&q={Uri.EscapeDataString(text)}")]),
                ];
                foreach (var (name, paths) in calls)
                {
                    await Load.RunAsync(service.Address, paths, options.Connections, TimeSpan.FromSeconds(options.Seconds / 2), Cpu);
                    var sample = await Load.RunAsync(service.Address, paths, options.Connections, TimeSpan.FromSeconds(options.Seconds), Cpu);
                    Console.WriteLine($"  {name,-34} {sample.PerSecond,8:F0} per second   p50 {sample.P50,7:F2} ms   p99 {sample.P99,7:F2} ms   {sample.Cpu,6:F0} µs of CPU in service and caller");
                }

                Console.WriteLine($"  service: {service.ResidentMebibytes:F0} MiB resident after the load");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
            await ExecuteAsync(servers, $"DROP DATABASE {database.Database} WITH (FORCE)");
        }
    }

    private static async Task ImportAsync(HttpClient client, Options options, int variants, string folder)
    {
        var path = Path.Combine(folder, "catalogue");
        int products;
        await using (var output = new StreamWriter(path))
        {
            products = await CatalogueFile.WriteAsync(output, variants, options.Seed, options.Format == "csv", options.Currencies);
        }

        foreach (var (code, type, name) in Attributes)
        {
            var defined = await client.PostAsJsonAsync("/api/v1/attributes", new { code, type, name, isFilterable = true });
            defined.EnsureSuccessStatusCode();
        }

        var watch = Stopwatch.StartNew();
        using var content = new StreamContent(File.OpenRead(path));
        content.Headers.ContentType = new MediaTypeHeaderValue(options.Format == "csv" ? "text/csv" : "application/x-ndjson");
        var sent = await client.PostAsync("/api/v1/catalogue/imports", content);
        sent.EnsureSuccessStatusCode();
        var uploaded = watch.Elapsed;
        var job = await sent.Content.ReadFromJsonAsync<JsonElement>();
        string? status;
        do
        {
            await Task.Delay(100);
            job = await client.GetFromJsonAsync<JsonElement>($"/api/v1/catalogue/imports/{job.GetProperty("id").GetString()}");
            status = job.GetProperty("status").GetString();
        }
        while (status is "waiting" or "running");

        var stored = watch.Elapsed;
        while ((await client.GetFromJsonAsync<JsonElement>("/api/v1/products?limit=1&facets=true")).GetProperty("total").GetInt32() < products)
        {
            await Task.Delay(50);
        }

        var visible = watch.Elapsed;
        Console.WriteLine($"  import {status}: {job.GetProperty("accepted")} accepted, {job.GetProperty("refused")} refused, {products:N0} products, {new FileInfo(path).Length >> 20} MiB");
        Console.WriteLine($"  uploaded after {uploaded.TotalSeconds:F1} s, stored after {stored.TotalSeconds:F1} s, found by searches after {visible.TotalSeconds:F1} s: {variants / visible.TotalSeconds:F0} variants per second");
    }

    private static Task<Child> StartAsync(string connectionString, string folder, string issuer)
    {
        var url = Child.FreeUrl();
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Ecommerce.sln")))
        {
            root = root.Parent ?? throw new InvalidOperationException("Ecommerce.sln is in no folder above.");
        }

        var dll = Path.Combine(root.FullName, "services", "Ecommerce.ProductService", "bin", "Release", "net10.0", "Ecommerce.ProductService.dll");
        return Child.StartAsync(url, "dotnet", [dll],
            ("ASPNETCORE_URLS", url), ("ASPNETCORE_ENVIRONMENT", "Production"), ("Logging__LogLevel__Default", "Warning"), ("Database__MigrateAtStart", "true"),
            ("ConnectionStrings__productdb", connectionString), ("Search__Path", Path.Combine(folder, "index")), ("services__auth-service__http__0", issuer),
            ("ServiceAuthentication__ClientSecret", "bench"), ("Messaging__Prefix", $"bench{Environment.ProcessId}."));
    }

    private static async Task<IReadOnlyList<string>> SlugsAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand("SELECT slug FROM products ORDER BY md5(slug) LIMIT 5000");
        await using var reader = await command.ExecuteReaderAsync();
        var slugs = new List<string>();
        while (await reader.ReadAsync())
        {
            slugs.Add(reader.GetString(0));
        }

        return slugs;
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
