using Ecommerce.Testing.Hosting;

namespace Ecommerce.PaymentService.Tests;

public sealed class PersonalDataTests(PaymentServiceFixture fixture) : PaymentTest(fixture)
{
    [Fact]
    public async Task Payments_of_who_is_forgotten_keep_their_amounts_and_no_person()
    {
        var customer = Guid.NewGuid();
        var own = Request() with { CustomerId = customer };
        var guests = Request();
        await AuthorizeAsync(own);
        await AuthorizeAsync(guests);
        (await Fixture.ExportAsync(customer)).GetProperty("payments")[0].GetProperty("amount").GetInt64().ShouldBe(4200);

        (await Fixture.EraseAsync(customer)).ShouldBeTrue();
        (await Fixture.EraseAsync(customer)).ShouldBeTrue();
        (await GetAsync(own.PaymentId)).Status.ShouldBe("authorized");
        var text = await ScalarAsync<string>("SELECT to_jsonb(p)::text FROM payments p WHERE id = $1", own.PaymentId);
        text.ShouldContain("4200");
        text.ShouldNotContain("ada@example.com");
        text.ShouldNotContain(customer.ToString());
        (await ScalarAsync<string>("SELECT email FROM payments WHERE id = $1", guests.PaymentId)).ShouldBe("ada@example.com");
    }

    [Fact]
    public async Task Only_services_get_personal_data() => (await Fixture.ExportStatusesAsync()).ShouldBe("403 403 401");
}
