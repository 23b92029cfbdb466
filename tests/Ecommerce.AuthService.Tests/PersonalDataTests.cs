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

    private async Task<JsonElement> HeldAsync(Guid id) => await (await (await service.AsServiceAsync("order-service"))
        .PostAsJsonAsync("/internal/v1/personal-data/export", new ExportPersonalDataRequest(id))).JsonAsync();
}
