using Ecommerce.AuthService.Tests.Fixture;
using Microsoft.AspNetCore.Hosting;

namespace Ecommerce.AuthService.Tests;

public sealed class StartTests(AuthServiceFixture service)
{
    [Theory]
    [InlineData("Authentication:KeyEncryptionKey")]
    [InlineData("ActionLinks:Key")]
    public async Task Without_a_secret_the_service_refuses_to_start_and_names_it(string setting)
    {
        await using var factory = service.Factory.WithWebHostBuilder(host => host.UseSetting(setting, ""));
        factory.UseKestrel(0);

        Should.Throw<Exception>(factory.StartServer).ToString().ShouldContain(setting);
    }
}
