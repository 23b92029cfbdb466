using System.Net;
using Ecommerce.AuthService.Tests.Fixture;
using Ecommerce.Testing.Hosting;

namespace Ecommerce.AuthService.Tests;

/// <summary>With a service of its own: the other tests need their admin.</summary>
public sealed class LastAdminTests(AuthServiceFixture service) : IClassFixture<AuthServiceFixture>
{
    [Fact]
    public async Task Two_admins_who_take_the_role_from_each_other_leave_one()
    {
        var (admin, other) = (await service.StaffAsync("admin"), await service.PersonAsync());
        (await (await admin.Client.DeleteAsync(RolePath(admin))).CodeAsync()).ShouldBe("auth.last_admin");
        (await admin.Client.PutAsync(RolePath(other), null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        other = await service.LoggedInAsync(other.Email);

        var responses = await Task.WhenAll(admin.Client.DeleteAsync(RolePath(other)), other.Client.DeleteAsync(RolePath(admin)));
        responses.Count(response => response.StatusCode == HttpStatusCode.NoContent).ShouldBe(1);
        (await responses.Single(response => response.StatusCode != HttpStatusCode.NoContent).CodeAsync())
            .ShouldBeOneOf("auth.last_admin", "auth.step_up_required"); // The latter where the role is gone before they are looked at.
        (await service.ScalarAsync<long>("SELECT count(*) FROM accounts WHERE 'admin' = ANY (roles)")).ShouldBe(1);
        await service.ScalarAsync<Guid>($"UPDATE accounts SET roles = '{{customer,admin}}', version = version + 1 WHERE id = '{admin.Id}' RETURNING id");
        await service.ScalarAsync<Guid>($"UPDATE accounts SET roles = '{{customer}}', version = version + 1 WHERE id = '{other.Id}' RETURNING id");
    }

    [Fact]
    public async Task The_last_admin_is_not_erased_before_there_is_another()
    {
        var admin = await service.StaffAsync("admin");

        (await service.EraseAsync(admin.Id)).ShouldBeFalse();
        (await service.RefreshAsync(admin.RefreshToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static string RolePath(Person person) => $"/api/v1/auth/accounts/{person.Id}/roles/admin";
}
