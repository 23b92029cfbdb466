using System.Collections.Concurrent;
using System.Text.Json;

namespace Ecommerce.ProviderSandbox.Tests.Specs;

/// <summary>The providers' official schemas. They are not part of the repository; where they are missing, tests of shapes are skipped.</summary>
internal static class SpecFolder
{
    private const string Stripe = "stripe.2026-10-28.endive.schema.json";
    private const string Mail = "sendgrid.mail-v3.schema.json";
    private const string MailWebhooks = "sendgrid.webhooks-v3.schema.json";
    private const string Shippo = "shippo.2018-02-08.schema.json";
    private const string Callbacks = "callbacks.hand-written.schema.json";

    private static readonly ConcurrentDictionary<string, SpecDocument> Loaded = new();

    public static string? Path { get; } = Find();

    public static void SkipUnlessThere() => Assert.SkipUnless(
        Path is not null, "The official schemas are not here: set PROVIDER_SPECS_DIR, or put them in ../shared/specs beside the repository.");

    public static SpecDocument ForPath(string path) =>
        path.StartsWith("/v1/", StringComparison.Ordinal) ? Load(Stripe)
        : path.StartsWith("/v3/mail", StringComparison.Ordinal) ? Load(Mail)
        : path.StartsWith("/v3/", StringComparison.Ordinal) ? Load(MailWebhooks)
        : Load(Shippo);

    public static SpecDocument OfStripe() => Load(Stripe);

    public static SpecDocument OfShippo() => Load(Shippo);

    public static SpecDocument OfCallbacks() => Load(Callbacks);

    public static JsonElement Vector(string provider)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(System.IO.Path.Combine(Path!, "examples", "signature-vectors.json")));
        return document.RootElement.GetProperty("vectors").EnumerateArray()
            .First(vector => vector.GetProperty("provider").GetString() == provider).Clone();
    }

    private static SpecDocument Load(string name) =>
        Loaded.GetOrAdd(name, static file => new SpecDocument(File.ReadAllBytes(System.IO.Path.Combine(Path!, "jsonschema", file))));

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("PROVIDER_SPECS_DIR") is { Length: > 0 } told)
        {
            return Directory.Exists(told) ? told : null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Directory.Packages.props")))
            {
                var beside = System.IO.Path.Combine(folder.FullName, "..", "shared", "specs");
                return Directory.Exists(beside) ? beside : null;
            }
        }

        return null;
    }
}
