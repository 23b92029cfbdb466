using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.Testing.Hosting;
using Ecommerce.UserService.Tests.Fixture;

namespace Ecommerce.UserService.Tests;

public sealed class ProfileTests(UserServiceFixture service)
{
    private const string Me = "/api/v1/users/me";
    private static readonly object Profile = new { name = "Ada Lovelace", locale = "fr", currency = "EUR", marketingConsent = true };

    [Fact]
    public async Task A_change_based_on_what_was_read_is_kept_and_one_based_on_older_is_refused()
    {
        var (_, client) = await service.CustomerAsync();
        var read = (await client.GetAsync(Me)).Headers.ETag!.ToString();

        var changed = await SendAsync(client, HttpMethod.Put, Me, Profile, read);
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        changed.Headers.ETag!.ToString().ShouldNotBe(read);
        (await changed.JsonAsync()).GetProperty("currency").GetString().ShouldBe("EUR");

        var stale = await SendAsync(client, HttpMethod.Put, Me, Profile, read);
        stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await stale.CodeAsync()).ShouldBe("user.stale");
        (await SendAsync(client, HttpMethod.Put, Me, Profile, "\"what\"")).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await SendAsync(client, HttpMethod.Put, Me, Profile, changed.Headers.ETag!.ToString())).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SendAsync(client, HttpMethod.Put, Me, Profile, null)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task There_is_always_one_default_address_for_each_use()
    {
        var (_, client) = await service.CustomerAsync();
        var home = await AddAsync(client, "Home");
        var office = await AddAsync(client, "Office", billing: true);
        (await DefaultsAsync(client)).ShouldBe([("Home", true, false), ("Office", false, true)]);

        (await SendAsync(client, HttpMethod.Put, $"{Me}/addresses/{office}", Address("Bureau", shipping: true), null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await DefaultsAsync(client)).ShouldBe([("Home", false, false), ("Bureau", true, true)]);

        (await client.DeleteAsync($"{Me}/addresses/{office}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await DefaultsAsync(client)).ShouldBe([("Home", true, true)]);
        (await client.DeleteAsync($"{Me}/addresses/{home}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await DefaultsAsync(client)).ShouldBeEmpty();
        (await (await client.DeleteAsync($"{Me}/addresses/{home}")).CodeAsync()).ShouldBe("user.address_not_found");
    }

    [Fact]
    public async Task A_repeated_key_adds_one_address()
    {
        var (_, client) = await service.CustomerAsync();
        async Task<string> AddOnceAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{Me}/addresses") { Content = JsonContent.Create(Address("Home")), Headers = { { "Idempotency-Key", "once" } } };
            var response = await client.SendAsync(request);
            response.StatusCode.ShouldBe(HttpStatusCode.Created);
            return await response.Content.ReadAsStringAsync();
        }

        (await AddOnceAsync()).ShouldBe(await AddOnceAsync());
        (await DefaultsAsync(client)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Changes_at_the_same_time_are_kept_or_refused_and_never_lost()
    {
        var (_, client) = await service.CustomerAsync();
        var responses = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => client.PostAsJsonAsync($"{Me}/addresses", Address($"Home {number}"))));

        responses.ShouldAllBe(response => response.StatusCode == HttpStatusCode.Created || response.StatusCode == HttpStatusCode.Conflict);
        var defaults = await DefaultsAsync(client);
        defaults.Count.ShouldBe(responses.Count(response => response.StatusCode == HttpStatusCode.Created));
        defaults.Count(address => address.Shipping).ShouldBe(1);
    }

    [Fact]
    public async Task An_address_book_has_an_end()
    {
        var (_, client) = await service.CustomerAsync();
        for (var number = 0; number < 50; number++)
        {
            await AddAsync(client, $"Home {number}");
        }

        var response = await client.PostAsJsonAsync($"{Me}/addresses", Address("One more"));
        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.CodeAsync()).ShouldBe("user.too_many_addresses");
    }

    [Fact]
    public async Task What_is_somebody_elses_is_not_there()
    {
        var (_, ada) = await service.CustomerAsync();
        var (_, eve) = await service.CustomerAsync();
        var address = await AddAsync(ada, "Home");

        (await (await SendAsync(eve, HttpMethod.Put, $"{Me}/addresses/{address}", Address("Mine"), null)).CodeAsync()).ShouldBe("user.address_not_found");
        (await (await eve.DeleteAsync($"{Me}/addresses/{address}")).CodeAsync()).ShouldBe("user.address_not_found");
        (await DefaultsAsync(ada)).ShouldBe([("Home", true, true)]);
        (await DefaultsAsync(eve)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GET", "", "401 404 404 403")]
    [InlineData("PUT", "", "401 400 400 403")]
    [InlineData("POST", "/addresses", "401 400 400 403")]
    [InlineData("PUT", "/addresses/01890000-0000-7000-8000-00000000aaaa", "401 400 400 403")]
    [InlineData("DELETE", "/addresses/01890000-0000-7000-8000-00000000aaaa", "401 404 404 403")]
    [InlineData("GET", "/activity", "401 200 200 403")]
    public async Task Each_endpoint_lets_in_customers_only(string method, string path, string answers)
    {
        var answered = new List<int>();
        foreach (var client in new[]
        {
            service.Anonymous(), service.With(TestTokens.Customer(Guid.NewGuid())), service.With(TestTokens.Staff("admin")), service.With(TestTokens.Service()),
        })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), Me + path);
            if (method is "PUT" or "POST")
            {
                request.Content = JsonContent.Create(new { });
            }

            answered.Add((int)(await client.SendAsync(request)).StatusCode);
        }

        string.Join(' ', answered).ShouldBe(answers);
    }

    [Theory]
    [InlineData("""{"name":"Ada","line1":"1","city":"x","country":"usa"}""", "address.country")]
    [InlineData("""{"name":"Ada","line1":"","city":"x","country":"HK"}""", "address.line1")]
    [InlineData("""{"name":"Ada","line1":"1","city":"x","country":"HK","phone":"12"}""", "address.phone")]
    [InlineData("""{"name":"Ada","line1":"1","city":"x","country":"HK","planet":"Earth"}""", "planet")]
    public async Task A_bad_address_is_refused_by_field(string address, string field)
    {
        var (_, client) = await service.CustomerAsync();
        var response = await client.PostAsJsonAsync($"{Me}/addresses", new { address = JsonSerializer.Deserialize<JsonElement>(address) });

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.JsonAsync()).GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldBe([field]);
    }

    [Theory]
    [InlineData("US", "CA", null, "address.postalCode", "address.postal_code_required")]
    [InlineData("US", "CA", "9460", "address.postalCode", "address.postal_code_invalid")]
    [InlineData("US", "ZZ", "94601", "address.region", "address.region_invalid")]
    [InlineData("IT", null, "00184", "address.region", "address.region_required")]
    [InlineData("DE", null, "1011a", "address.postalCode", "address.postal_code_invalid")]
    public async Task An_address_that_its_country_would_not_deliver_is_refused_by_field_and_code(
        string country, string? region, string? postalCode, string field, string code)
    {
        var (_, client) = await service.CustomerAsync();
        var response = await client.PostAsJsonAsync($"{Me}/addresses", new { address = new { name = "Ada", line1 = "1", city = "x", region, postalCode, country } });

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await response.JsonAsync();
        problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldBe([field]);
        problem.GetProperty("codes").GetProperty(field).GetString().ShouldBe(code);
        (await DefaultsAsync(client)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_country_without_postal_codes_needs_none()
    {
        var (_, client) = await service.CustomerAsync();
        var response = await client.PostAsJsonAsync($"{Me}/addresses", new { address = new { name = "Ada", line1 = "1 Queen's Road", city = "Hong Kong", country = "HK" } });
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_text_that_no_database_holds_is_bad_input()
    {
        var (_, client) = await service.CustomerAsync();

        (await client.PostAsJsonAsync($"{Me}/addresses", Address("Home\0"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await SendAsync(client, HttpMethod.Put, Me, new { name = "Ada\0", locale = "en", currency = "USD", marketingConsent = true }, null)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static object Address(string name, bool shipping = false, bool billing = false) => new
    {
        address = new { name, line1 = "1 Main St", city = "Oakland", region = "CA", postalCode = "94601", country = "US" },
        defaultShipping = shipping,
        defaultBilling = billing,
    };

    private static async Task<string> AddAsync(HttpClient client, string name, bool billing = false)
    {
        var response = await client.PostAsJsonAsync($"{Me}/addresses", Address(name, billing: billing));
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        response.Headers.ETag.ShouldNotBeNull();
        return (await response.JsonAsync()).GetProperty("id").GetString()!;
    }

    private static async Task<List<(string Name, bool Shipping, bool Billing)>> DefaultsAsync(HttpClient client) =>
    [
        .. (await (await client.GetAsync(Me)).JsonAsync()).GetProperty("addresses").EnumerateArray().Select(entry => (
            entry.GetProperty("address").GetProperty("name").GetString()!, entry.GetProperty("defaultShipping").GetBoolean(), entry.GetProperty("defaultBilling").GetBoolean())),
    ];

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string path, object body, string? ifMatch)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await client.SendAsync(request);
    }
}
