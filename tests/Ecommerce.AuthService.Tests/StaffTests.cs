using System.Net;
using System.Net.Http.Json;
using Ecommerce.AuthService.Tests.Fixture;
using Ecommerce.Testing.Probing;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Ecommerce.AuthService.Tests;

public sealed class StaffTests(AuthServiceFixture service)
{
    [Fact]
    public async Task An_admin_grants_a_role_which_the_next_refresh_has_and_revokes_it()
    {
        var (admin, person) = (await service.StaffAsync("admin"), await service.PersonAsync());
        (await admin.Client.PutAsync(RolePath(person, "support"), null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await admin.Client.PutAsync(RolePath(person, "support"), null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var refreshed = await (await service.RefreshAsync(person.RefreshToken)).JsonAsync();
        Roles(refreshed.GetProperty("accessToken").GetString()!).ShouldBe(["customer", "support"]);
        await Eventually.HoldsAsync(() => Task.FromResult(service.Heard("auth.roles_changed.v1").Count(data => data.GetProperty("userId").GetString() == person.Id.ToString()) == 1), "the grant is told once");

        (await admin.Client.DeleteAsync(RolePath(person, "support"))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var account = await (await admin.Client.GetAsync($"/api/v1/auth/accounts/{person.Id}")).JsonAsync();
        account.GetProperty("roles").EnumerateArray().Select(role => role.GetString()).ShouldBe(["customer"]);
        (await person.SecurityEventsAsync()).Take(2).ShouldBe(["roleRevoked", "roleGranted"]);
    }

    [Fact]
    public async Task Nobody_becomes_a_service_or_anything_else_that_is_no_staff_role()
    {
        var (admin, person) = (await service.StaffAsync("admin"), await service.PersonAsync());
        (await (await admin.Client.PutAsync(RolePath(person, "service"), null)).CodeAsync()).ShouldBe("auth.role_unknown");
        (await (await admin.Client.DeleteAsync(RolePath(person, "customer"))).CodeAsync()).ShouldBe("auth.role_unknown");
        (await (await admin.Client.PutAsync($"/api/v1/auth/accounts/{Guid.NewGuid()}/roles/support", null)).CodeAsync()).ShouldBe("auth.account_not_found");
        (await person.Client.PutAsync(RolePath(person, "admin"), null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await admin.AgeProofAsync();
        (await (await admin.Client.PutAsync(RolePath(person, "support"), null)).CodeAsync()).ShouldBe("auth.step_up_required");
    }

    [Fact]
    public async Task Who_has_just_lost_a_role_gives_it_back_to_nobody_with_the_token_that_still_has_it()
    {
        var (admin, other) = (await service.StaffAsync("admin"), await service.PersonAsync());
        await admin.Client.PutAsync(RolePath(other, "admin"), null);
        other = await service.LoggedInAsync(other.Email);
        (await admin.Client.DeleteAsync(RolePath(other, "admin"))).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await (await other.Client.PutAsync(RolePath(other, "admin"), null)).CodeAsync()).ShouldBe("auth.step_up_required");
        var stepped = await (await other.Client.PostAsJsonAsync("/api/v1/auth/step-up", new { password = AuthServiceFixture.Password })).JsonAsync();
        (await (await service.With(stepped.GetProperty("accessToken").GetString()!).PutAsync(RolePath(other, "admin"), null)).CodeAsync()).ShouldBe("auth.forbidden");
    }

    [Fact]
    public async Task Support_finds_an_account_by_its_address()
    {
        var person = await service.PersonAsync();
        var support = await service.StaffAsync("support");

        (await (await support.Client.GetAsync($"/api/v1/auth/accounts?email={person.Email}")).JsonAsync()).GetProperty("id").GetString().ShouldBe(person.Id.ToString());
        (await support.Client.GetAsync("/api/v1/auth/accounts?email=nobody@example.com")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await person.Client.GetAsync($"/api/v1/auth/accounts?email={person.Email}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_key_gives_short_tokens_with_its_roles_until_it_is_revoked()
    {
        var support = await service.StaffAsync("support");
        var created = await CreateAsync(support, "support");
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        var (key, id) = await KeyAsync(created);

        var token = (await (await ExchangeAsync(key)).JsonAsync()).GetProperty("accessToken").GetString()!;
        Roles(token).ShouldBe(["support"]);
        (await service.With(token).GetAsync("/api/v1/auth/security-events/all?limit=1")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await service.With(token).PostAsJsonAsync("/api/v1/auth/api-keys", new { name = "another", roles = new[] { "support" } })).CodeAsync()).ShouldBe("auth.step_up_required");
        var listed = (await support.ListAsync("api-keys")).Single(row => row.GetProperty("id").GetString() == id);
        listed.GetProperty("prefix").GetString().ShouldBe(key[..12]);
        listed.TryGetProperty("lastUsedAt", out _).ShouldBeTrue();
        (await service.ScalarAsync<long>($"SELECT count(*) FROM api_keys k WHERE k::text LIKE '%{key[20..]}%'")).ShouldBe(0);

        (await support.Client.DeleteAsync($"/api/v1/auth/api-keys/{id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await (await ExchangeAsync(key)).CodeAsync()).ShouldBe("auth.api_key_invalid");
    }

    [Fact]
    public async Task A_key_has_no_role_that_its_owner_lacks_or_loses()
    {
        var admin = await service.StaffAsync("admin");
        var person = await service.PersonAsync();
        (await CreateAsync(person, "support")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await admin.Client.PutAsync(RolePath(person, "support"), null);
        person = await service.LoggedInAsync(person.Email);
        (await (await CreateAsync(person, "admin")).CodeAsync()).ShouldBe("auth.api_key_roles");
        (await CreateAsync(person, "customer")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        var (key, _) = await KeyAsync(await CreateAsync(person, "support"));
        (await ExchangeAsync(key)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await admin.Client.DeleteAsync(RolePath(person, "support"));
        (await (await ExchangeAsync(key)).CodeAsync()).ShouldBe("auth.api_key_invalid");
    }

    [Fact]
    public async Task A_key_ends_with_its_time_and_belongs_to_its_owner()
    {
        var (support, merchandiser, admin) = (await service.StaffAsync("support"), await service.StaffAsync("merchandiser"), await service.StaffAsync("admin"));
        var (key, id) = await KeyAsync(await CreateAsync(support, "support"));
        (await (await merchandiser.Client.DeleteAsync($"/api/v1/auth/api-keys/{id}")).CodeAsync()).ShouldBe("auth.api_key_not_found");
        await service.ScalarAsync<Guid>($"UPDATE api_keys SET expires_at = now() WHERE id = '{id}' RETURNING id");
        (await (await ExchangeAsync(key)).CodeAsync()).ShouldBe("auth.api_key_invalid");
        (await (await ExchangeAsync("ek_nonsense")).CodeAsync()).ShouldBe("auth.api_key_invalid");

        var (_, another) = await KeyAsync(await CreateAsync(support, "support"));
        (await (await admin.Client.GetAsync($"/api/v1/auth/accounts/{support.Id}/api-keys")).JsonAsync()).GetProperty("items").GetArrayLength().ShouldBeGreaterThan(0);
        (await admin.Client.DeleteAsync($"/api/v1/auth/api-keys/{another}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task The_number_of_keys_is_bounded_at_the_same_time_too()
    {
        var (admin, person) = (await service.StaffAsync("admin"), await service.PersonAsync());
        await admin.Client.PutAsync(RolePath(person, "merchandiser"), null);
        person = await service.LoggedInAsync(person.Email);

        var responses = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => CreateAsync(person, "merchandiser")));
        responses.Count(response => response.StatusCode == HttpStatusCode.Created).ShouldBe(20);
        (await responses.First(response => response.StatusCode != HttpStatusCode.Created).CodeAsync()).ShouldBe("auth.api_keys_too_many");
    }

    private static string RolePath(Person person, string role) => $"/api/v1/auth/accounts/{person.Id}/roles/{role}";

    private static IEnumerable<string> Roles(string token) => new JsonWebToken(token).Claims.Where(claim => claim.Type == "roles").Select(claim => claim.Value);

    private static Task<HttpResponseMessage> CreateAsync(Person person, string role) =>
        person.Client.PostAsJsonAsync("/api/v1/auth/api-keys", new { name = "a program", roles = new[] { role } });

    private static async Task<(string Key, string Id)> KeyAsync(HttpResponseMessage created)
    {
        var answer = await created.JsonAsync();
        return (answer.GetProperty("key").GetString()!, answer.GetProperty("details").GetProperty("id").GetString()!);
    }

    private Task<HttpResponseMessage> ExchangeAsync(string apiKey) => service.Anonymous().PostAsJsonAsync("/api/v1/auth/token", new { apiKey });
}
