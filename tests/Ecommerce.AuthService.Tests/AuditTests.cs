using System.Net;
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
    [InlineData("UPDATE security_events SET actor = 'nobody'")]
    [InlineData("DELETE FROM security_events")]
    [InlineData("TRUNCATE security_events")]
    public async Task Nobody_changes_or_deletes_a_line(string sql)
    {
        await service.PersonAsync();

        (await Should.ThrowAsync<PostgresException>(() => service.ScalarAsync<object>(sql))).Message.ShouldContain("only added to");
    }

    [Fact]
    public async Task No_line_holds_an_address_or_a_password()
    {
        var person = await service.PersonAsync();
        await service.LogInAsync(person.Email, "a wrong password");

        (await service.ScalarAsync<long>($"SELECT count(*) FROM security_events l WHERE l::text LIKE '%{person.Email}%' OR l::text LIKE '%a wrong password%'")).ShouldBe(0);
    }
}
