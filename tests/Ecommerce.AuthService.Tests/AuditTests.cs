using System.Net;
using System.Net.Http.Json;
using Ecommerce.AuthService.Tests.Fixture;
using Npgsql;

namespace Ecommerce.AuthService.Tests;

public sealed class AuditTests(AuthServiceFixture service)
{
    [Fact]
    public async Task A_customer_sees_their_own_security_events_and_no_others()
    {
        var (ada, eve) = (await service.PersonAsync(), await service.PersonAsync());
        await service.LogInAsync(ada.Email, "wrong password");

        (await ada.SecurityEventsAsync()).ShouldBe(["loginFailed", "loggedIn", "emailVerified", "registered"]);
        (await eve.SecurityEventsAsync()).ShouldNotContain("loginFailed");
    }

    [Fact]
    public async Task Support_reads_the_log_of_any_account_page_by_page()
    {
        var person = await service.PersonAsync();
        var support = await service.StaffAsync("support");
        var path = $"/api/v1/auth/security-events/all?accountId={person.Id}&limit=2";
        var page = await (await support.Client.GetAsync(path)).JsonAsync();
        var rest = await (await support.Client.GetAsync($"{path}&cursor={page.GetProperty("nextCursor").GetString()}")).JsonAsync();
        page.GetProperty("items").EnumerateArray().Select(line => line.GetProperty("type").GetString()).ShouldBe(["loggedIn", "emailVerified"]);
        rest.GetProperty("items").EnumerateArray().Single().GetProperty("type").GetString().ShouldBe("registered");

        await service.LogInAsync("nobody.at.all@example.com");
        var failed = await (await support.Client.GetAsync("/api/v1/auth/security-events/all?type=loginFailed&limit=100")).JsonAsync();
        failed.GetProperty("items").EnumerateArray().Any(line => !line.ToString().Contains("accountId", StringComparison.Ordinal)).ShouldBeTrue();
        (await support.Client.GetAsync("/api/v1/auth/security-events/all?type=5")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await person.Client.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await service.StaffAsync("merchandiser")).Client.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("203.0.113.9", "203.0.113.9")]
    [InlineData("198.51.100.1, 203.0.113.9", "203.0.113.9")]
    [InlineData("198.51.100.1, 10.0.0.5", "10.0.0.5")]
    [InlineData("2001:db8::9", "2001:db8::9")]
    [InlineData("nonsense", "127.0.0.1")]
    [InlineData(null, "127.0.0.1")]
    public async Task A_line_has_the_address_that_the_gateway_saw_and_none_that_a_caller_claims(string? forwarded, string recorded)
    {
        var person = await service.PersonAsync();

        (await AddressOfFailureAsync(service.Anonymous(), person, forwarded)).ShouldBe(recorded);
    }

    [Fact]
    public async Task Nobody_but_the_gateway_is_believed()
    {
        var person = await service.PersonAsync();
        await using var elsewhere = service.Replica(("Gateway:Networks:0", "192.0.2.0/24"));
        using var client = elsewhere.CreateClient();

        (await AddressOfFailureAsync(client, person, "203.0.113.9")).ShouldBe("127.0.0.1");
    }

    [Theory]
    [InlineData("UPDATE security_events SET actor = 'nobody'")]
    [InlineData("UPDATE security_events SET address = '203.0.113.9', device = ''")]
    [InlineData("UPDATE security_events SET address = NULL, device = '', detail = 'another'")]
    [InlineData("DELETE FROM security_events")]
    [InlineData("TRUNCATE security_events")]
    public async Task Nobody_changes_or_deletes_a_line(string sql)
    {
        await service.PersonAsync();

        (await Should.ThrowAsync<PostgresException>(() => service.ScalarAsync<object>(sql))).Message.ShouldContain("only added to");
    }

    [Fact]
    public async Task No_line_holds_an_email_address_or_a_password()
    {
        var person = await service.PersonAsync();
        await service.LogInAsync(person.Email, "a wrong password");

        (await service.ScalarAsync<long>($"SELECT count(*) FROM security_events l WHERE l::text LIKE '%{person.Email}%' OR l::text LIKE '%a wrong password%'")).ShouldBe(0);
    }

    private async Task<string> AddressOfFailureAsync(HttpClient client, Person person, string? forwarded)
    {
        if (forwarded is not null)
        {
            client.DefaultRequestHeaders.Add("X-Forwarded-For", forwarded);
        }

        (await client.PostAsJsonAsync("/api/v1/auth/login", new { email = person.Email, password = "wrong password" })).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        return (await person.ListAsync("security-events"))[0].GetProperty("address").GetString()!;
    }
}
