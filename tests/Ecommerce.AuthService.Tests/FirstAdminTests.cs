using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Ecommerce.AuthService.Tests.Fixture;
using Ecommerce.Testing.Servers;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Npgsql;

namespace Ecommerce.AuthService.Tests;

public sealed class FirstAdminTests(AuthServiceFixture service)
{
    private readonly string _prefix = $"t{Guid.NewGuid():N}.";

    [Fact]
    public async Task Whoever_reads_the_given_address_becomes_the_first_admin_and_nobody_after_them()
    {
        var (email, late) = (service.NewEmail(), service.NewEmail());
        await using var database = await TestDatabase.CreateAsync("authdb");
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using (var empty = Shop(database, email))
        {
            using var client = empty.CreateClient();
            var link = await ReadAsync(source, "SELECT id::text FROM action_links WHERE purpose = 'PasswordReset'");
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("notification-service:secret of notification-service")));
            var mailer = await (await client.PostAsync("/internal/v1/token", new FormUrlEncodedContent([new("grant_type", "client_credentials")]))).JsonAsync();
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", mailer.GetProperty("access_token").GetString());
            var url = (await (await client.GetAsync($"/internal/v1/action-links/{link}")).JsonAsync()).GetProperty("url").GetString()!;
            client.DefaultRequestHeaders.Authorization = null;

            var password = "the first admin's password";
            (await client.PostAsJsonAsync("/api/v1/auth/login", new { email, password })).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            (await client.PostAsJsonAsync("/api/v1/auth/password-reset/confirm", new { token = url.Split("token=")[1], newPassword = password })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
            var pair = await (await client.PostAsJsonAsync("/api/v1/auth/login", new { email, password })).JsonAsync();
            new JsonWebToken(pair.GetProperty("accessToken").GetString()).Claims.Where(claim => claim.Type == "roles").Select(claim => claim.Value).ShouldBe(["customer", "admin"]);
        }

        await using var again = Shop(database, late);
        (await ReadAsync(source, "SELECT string_agg(email, ',') FROM accounts")).ShouldBe(email);
        await TestBroker.DeleteAsync(_prefix, "auth-service");
    }

    private static async Task<string> ReadAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    // With queues of its own: it would take messages that are meant for the other tests.
    private WebApplicationFactory<Program> Shop(TestDatabase database, string firstAdmin) =>
        service.Replica(("Messaging:Prefix", _prefix), ("ConnectionStrings:authdb", database.ConnectionString), ("Demo:StaffPassword", ""), ("Staff:FirstAdmin", firstAdmin));
}
