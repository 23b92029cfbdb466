using System.Net;
using Ecommerce.AuthService.Tests.Fixture;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Ecommerce.AuthService.Tests;

public sealed class ServiceClientTests(AuthServiceFixture service)
{
    [Fact]
    public async Task A_service_gets_a_token_for_its_secret()
    {
        var answer = await (await service.ServiceTokenAsync("order-service", "secret of order-service")).JsonAsync();

        answer.GetProperty("expires_in").GetInt32().ShouldBe(900);
        var token = new JsonWebToken(answer.GetProperty("access_token").GetString());
        token.Subject.ShouldBe("order-service");
        token.Claims.Where(claim => claim.Type == "roles").Select(claim => claim.Value).ShouldBe(["service"]);
    }

    [Theory]
    [InlineData("order-service", "secret of notification-service")]
    [InlineData("order-service", "")]
    [InlineData("unheard-of", "secret of order-service")]
    [InlineData("", "")]
    public async Task A_wrong_secret_gets_none(string name, string secret)
    {
        var response = await service.ServiceTokenAsync(name, secret);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await response.CodeAsync()).ShouldBe("auth.client_unknown");
    }

    [Fact]
    public async Task A_link_is_given_to_nobody_but_the_service_that_emails_it()
    {
        var path = $"/internal/v1/action-links/{Guid.NewGuid()}";
        var admin = (await (await service.LogInAsync("admin@shop.example", AuthServiceFixture.StaffPassword)).JsonAsync()).GetProperty("accessToken").GetString()!;

        (await service.Anonymous().GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await service.With(admin).GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await service.AsServiceAsync("order-service")).GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await (await service.AsServiceAsync("notification-service")).GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Discovery_names_issuer_and_keys()
    {
        var configuration = await (await service.Anonymous().GetAsync("/.well-known/openid-configuration")).JsonAsync();

        configuration.GetProperty("issuer").GetString().ShouldBe("ecommerce");
        (await service.Anonymous().GetAsync(configuration.GetProperty("jwks_uri").GetString())).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
