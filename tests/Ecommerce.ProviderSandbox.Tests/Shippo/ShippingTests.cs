using System.Globalization;
using System.Net;
using System.Text;
using Ecommerce.ProviderSandbox.Tests.Hosting;
using Ecommerce.ProviderSandbox.Tests.Specs;

namespace Ecommerce.ProviderSandbox.Tests.Shippo;

public sealed class ShippingTests : SandboxTest
{
    [Fact]
    public async Task A_heavier_or_farther_parcel_costs_more()
    {
        var near = Prices(await ShipAsync());
        var heavy = Prices(await ShipAsync(weight: "9"));
        var far = Prices(await ShipAsync(zip: "94117"));
        var abroad = Prices(await ShipAsync(country: "DE"));

        near.Count.ShouldBe(3);
        heavy.Zip(near).ShouldAllBe(pair => pair.First > pair.Second);
        far.Zip(near).ShouldAllBe(pair => pair.First > pair.Second);
        abroad.Zip(far).ShouldAllBe(pair => pair.First > pair.Second);
    }

    [Fact]
    public async Task A_label_is_bought_and_its_file_is_a_pdf()
    {
        var label = await BuyAsync(await ShipAsync());

        label.Status.ShouldBe(HttpStatusCode.Created);
        label["status"].ShouldBe("SUCCESS");
        label["tracking_url_provider"].ShouldContain(label["tracking_number"]);
        var pdf = await Sandbox.GetAsync(new Uri(label["label_url"]).PathAndQuery);
        pdf.Body.ShouldStartWith("%PDF-1.4");
        pdf.Body.TrimEnd().ShouldEndWith("%%EOF");
        XrefIsRight(pdf.Body).ShouldBeTrue();
    }

    [Fact]
    public async Task A_label_that_the_carrier_refuses_is_201_with_status_error()
    {
        var label = await BuyAsync(await ShipAsync(zip: "00000"));

        label.Status.ShouldBe(HttpStatusCode.Created);
        label["status"].ShouldBe("ERROR");
        label.Json.GetProperty("messages")[0].GetProperty("text").GetString()!.ShouldContain("00000");
        label["tracking_number"].ShouldBe("");
    }

    [Fact]
    public async Task A_parcel_moves_by_the_control_api_and_tells_of_it()
    {
        var label = await BuyAsync(await ShipAsync());
        var number = label["tracking_number"];
        (await TrackAsync(number)).Json.GetProperty("tracking_status").GetProperty("status").GetString().ShouldBe("PRE_TRANSIT");

        await Sandbox.PostJsonAsync($"/sandbox/shippo/tracks/{number}/advance", "{}");
        await Sandbox.PostJsonAsync($"/sandbox/shippo/tracks/{number}/advance", """{"status":"DELIVERED"}""");

        await Poll.UntilAsync(() => Tracked().Count == 2, "two webhooks");
        Tracked().Select(webhook => webhook.Json.GetProperty("data").GetProperty("tracking_status").GetProperty("status").GetString())
            .ShouldBe(["TRANSIT", "DELIVERED"]);
        Tracked().ShouldAllBe(webhook => webhook.Path == "/shippo?token=shh" && webhook.Headers["Shippo-Auth-Signature"].StartsWith("t="));
        (await TrackAsync(number)).Json.GetProperty("tracking_history").GetArrayLength().ShouldBe(3);
        (await Sandbox.GetAsync($"/transactions/{label["object_id"]}"))["tracking_status"].ShouldBe("DELIVERED");
        (await Sandbox.PostJsonAsync($"/sandbox/shippo/tracks/{number}/advance", "{}")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await Sandbox.PostJsonAsync($"/sandbox/shippo/tracks/{number}/advance", """{"status":"LOST"}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await Sandbox.PostJsonAsync("/sandbox/shippo/tracks/none/advance", "{}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_asynchronous_label_is_queued_first()
    {
        var shipment = await ShipAsync();
        var queued = await BuyAsync(shipment, isAsync: true);
        queued["status"].ShouldBe("QUEUED");

        await Poll.UntilAsync(async () => (await Sandbox.GetAsync($"/transactions/{queued["object_id"]}"))["status"] == "SUCCESS", "the label is made");
        await Poll.UntilAsync(
            () => Sandbox.Receiver.On("/shippo").Any(webhook => webhook.Json.GetProperty("event").GetString() == "transaction_updated"), "and told of");
    }

    [Fact]
    public async Task An_unused_label_is_refunded_once()
    {
        var label = await BuyAsync(await ShipAsync());
        var body = $$"""{"transaction":"{{label["object_id"]}}","async":false}""";

        var refund = await Sandbox.PostJsonAsync("/refunds", body);

        refund["status"].ShouldBe("PENDING");
        (await Sandbox.PostJsonAsync("/refunds", body)).Status.ShouldBe(HttpStatusCode.BadRequest);
        await Poll.UntilAsync(async () => (await Sandbox.GetAsync($"/refunds/{refund["object_id"]}"))["status"] == "SUCCESS", "the refund is done");
        (await Sandbox.GetAsync($"/transactions/{label["object_id"]}"))["status"].ShouldBe("REFUNDED");
    }

    [Fact]
    public async Task A_used_label_is_not_refunded()
    {
        var label = await BuyAsync(await ShipAsync());
        await Sandbox.PostJsonAsync($"/sandbox/shippo/tracks/{label["tracking_number"]}/advance", "{}");

        (await Sandbox.PostJsonAsync("/refunds", $$"""{"transaction":"{{label["object_id"]}}"}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/shipments", "{}", "address_from")]
    [InlineData("/transactions", "{}", "rate")]
    [InlineData("/transactions", """{"rate":"none"}""", "rate")]
    [InlineData("/refunds", "{}", "transaction")]
    [InlineData("/tracks", "{}", "carrier")]
    [InlineData("/addresses", "{}", "country")]
    public async Task What_is_missing_is_named(string path, string body, string field)
    {
        var refused = await Sandbox.PostJsonAsync(path, body);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Json.TryGetProperty(field, out _).ShouldBeTrue(refused.Body);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_done()
    {
        Sandbox.Http.DefaultRequestHeaders.Authorization = null;

        (await Sandbox.PostJsonAsync("/tracks", "{}")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Every_operation_and_webhook_of_Shippo_has_the_official_shape()
    {
        SpecFolder.SkipUnlessThere();
        Sandbox.Http.DefaultRequestHeaders.Authorization = new("ShippoToken", "shippo_test_x");
        await Sandbox.PostJsonAsync("/addresses", """{"name":"Ada","street1":"1 Row","city":"New York","state":"NY","zip":"10007","country":"US","validate":true}""");
        var shipment = await ShipAsync();
        await Sandbox.GetAsync($"/shipments/{shipment["object_id"]}");
        await Sandbox.GetAsync($"/shipments/{shipment["object_id"]}/rates");
        await Sandbox.GetAsync($"/rates/{shipment.Json.GetProperty("rates")[0].GetProperty("object_id").GetString()}");
        var label = await BuyAsync(shipment);
        await Sandbox.GetAsync($"/transactions/{label["object_id"]}");
        await Sandbox.PostJsonAsync("/tracks", """{"carrier":"shippo","tracking_number":"SHIPPO_TRANSIT","metadata":"x"}""");
        await TrackAsync(label["tracking_number"]);
        await Sandbox.GetAsync("/tracks/ups/unheard-of");
        var refund = await Sandbox.PostJsonAsync("/refunds", $$"""{"transaction":"{{label["object_id"]}}"}""");
        await Sandbox.GetAsync($"/refunds/{refund["object_id"]}");
        await Sandbox.PostJsonAsync($"/sandbox/shippo/tracks/{label["tracking_number"]}/advance", "{}");
        await Poll.UntilAsync(() => Sandbox.Receiver.On("/shippo").Count == 3, "the webhooks");

        Sandbox.CheckedOperations.Count.ShouldBe(11);
        var spec = SpecFolder.OfShippo();
        foreach (var webhook in Sandbox.Receiver.On("/shippo"))
        {
            var kind = webhook.Json.GetProperty("event").GetString()!.Split('_')[0];
            spec.Check(webhook.Json, spec.Webhook(kind)).ShouldBeEmpty(webhook.Text);
        }
    }

    private Task<Reply> ShipAsync(string weight = "1.2", string zip = "10007", string country = "US") => Sandbox.PostJsonAsync("/shipments", $$"""
        {"address_from":{"name":"Shop","street1":"1 Depot","city":"New York","state":"NY","zip":"10001","country":"US","email":"shop@example.com"},
         "address_to":{"name":"Ada","street1":"1 Row","city":"Town","state":"NY","zip":"{{zip}}","country":"{{country}}"},
         "parcels":[{"length":"30","width":"20","height":"10","distance_unit":"cm","weight":"{{weight}}","mass_unit":"kg"}],
         "metadata":"order 1","async":false}
        """);

    private Task<Reply> BuyAsync(Reply shipment, bool isAsync = false) => Sandbox.PostJsonAsync("/transactions", $$"""
        {"rate":"{{shipment.Json.GetProperty("rates")[0].GetProperty("object_id").GetString()}}","label_file_type":"PDF_4x6",
         "async":{{(isAsync ? "true" : "false")}},"metadata":"order 1"}
        """);

    private Task<Reply> TrackAsync(string number) => Sandbox.GetAsync($"/tracks/usps/{number}");

    private List<Received> Tracked() =>
        [.. Sandbox.Receiver.On("/shippo").Where(webhook => webhook.Json.GetProperty("event").GetString() == "track_updated")];

    private static List<decimal> Prices(Reply shipment) =>
    [
        .. shipment.Json.GetProperty("rates").EnumerateArray()
            .Select(rate => decimal.Parse(rate.GetProperty("amount").GetString()!, CultureInfo.InvariantCulture)),
    ];

    private static bool XrefIsRight(string pdf)
    {
        var lines = pdf.TrimEnd().Split('\n');
        var table = int.Parse(lines[^2], CultureInfo.InvariantCulture);
        var first = int.Parse(pdf[table..].Split('\n')[3][..10], CultureInfo.InvariantCulture);
        return pdf[table..].StartsWith("xref", StringComparison.Ordinal)
            && Encoding.ASCII.GetByteCount(pdf) == pdf.Length
            && pdf[first..].StartsWith("1 0 obj", StringComparison.Ordinal);
    }
}
