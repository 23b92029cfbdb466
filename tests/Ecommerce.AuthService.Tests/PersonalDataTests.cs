using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.AuthService.Tests.Fixture;
using Ecommerce.Contracts.User.Internal;
using Ecommerce.Testing.Hosting;

namespace Ecommerce.AuthService.Tests;

public sealed class PersonalDataTests(AuthServiceFixture service)
{
    [Fact]
    public async Task Who_is_forgotten_has_no_account_and_gets_no_new_token()
    {
        var email = await service.CustomerAsync();
        var pair = await (await service.LogInAsync(email)).JsonAsync();
        var id = await service.ScalarAsync<Guid>($"SELECT id FROM accounts WHERE email = '{email}'");
        var held = await HeldAsync(id);
        held.GetProperty("account")[0].GetProperty("email").GetString().ShouldBe(email);
        held.GetProperty("sessions").GetArrayLength().ShouldBe(1);
        held.ToString().ShouldNotContain("hash", Case.Insensitive);

        (await service.EraseAsync(id)).ShouldBeTrue();
        (await service.EraseAsync(id)).ShouldBeTrue();
        (await service.RefreshAsync(pair.GetProperty("refreshToken").GetString()!)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await service.LogInAsync(email)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await HeldAsync(id)).GetProperty("account").GetArrayLength().ShouldBe(0);
        (await service.ScalarAsync<long>($"SELECT (SELECT count(*) FROM sessions WHERE account_id = '{id}') + (SELECT count(*) FROM action_links WHERE account_id = '{id}')")).ShouldBe(0);
    }

    [Fact]
    public async Task The_audit_log_forgets_where_somebody_was_who_is_forgotten()
    {
        var person = await service.PersonAsync();
        await person.Client.PostAsync("/api/v1/auth/logout-everywhere", null);
        (await service.ScalarAsync<long>($"SELECT count(*) FROM security_events WHERE account_id = '{person.Id}' AND address IS NOT NULL")).ShouldBeGreaterThan(0);
        (await HeldAsync(person.Id)).GetProperty("securityEvents")[0].GetProperty("address").GetString().ShouldBe("127.0.0.1");

        (await service.EraseAsync(person.Id)).ShouldBeTrue();
        (await service.ScalarAsync<long>($"SELECT count(*) FROM security_events WHERE account_id = '{person.Id}'")).ShouldBeGreaterThan(0);
        (await service.ScalarAsync<long>($"SELECT count(*) FROM security_events WHERE account_id = '{person.Id}' AND (address IS NOT NULL OR device <> '')")).ShouldBe(0);
    }

    private async Task<JsonElement> HeldAsync(Guid id) => await (await (await service.AsServiceAsync("order-service"))
        .PostAsJsonAsync("/internal/v1/personal-data/export", new ExportPersonalDataRequest(id))).JsonAsync();
}
