using System.Text.Json;
using Ecommerce.Contracts.Auth;
using Ecommerce.Contracts.Cart;
using Ecommerce.Contracts.User;
using Ecommerce.Testing.Hosting;
using Ecommerce.Testing.Probing;

namespace Ecommerce.NotificationService.Tests;

/// <summary>Told over the broker, as cart-, auth- and user-service tell it.</summary>
public sealed class AbandonedCartTests(NotificationServiceFixture fixture)
{
    private readonly Guid _customer = Guid.CreateVersion7();
    private readonly Guid _cart = Guid.CreateVersion7();
    private readonly string _address = $"{Guid.NewGuid():N}@example.com";

    [Fact]
    public async Task Each_time_a_cart_is_abandoned_its_customer_gets_one_mail_however_often_the_event_comes()
    {
        await KnowAsync(agrees: true, "en");
        var first = Guid.CreateVersion7();
        await fixture.TellAsync(Abandoned(12), first);
        await fixture.TellAsync(Abandoned(12), first);

        // The events of one cart are handled in their order: what comes after the repetition shows that it was handled.
        await fixture.TellAsync(Abandoned(1), Guid.CreateVersion7());
        var mails = await MailsAsync(2);
        mails.Length.ShouldBe(2);
        var text = mails.Select(mail => mail.GetProperty("text").GetString()!).Single(text => text.Contains("and 2 more"));
        text.ShouldContain("2 × Cup 1, <blue>");
        text.ShouldContain("https://shop.example/cart");
        text.ShouldNotContain("Cup 11");
        mails.ShouldAllBe(mail => mail.GetProperty("subject").GetString() == "Your cart is waiting");
        mails.ShouldAllBe(mail => !mail.GetProperty("html").GetString()!.Contains("<blue>") && mail.GetProperty("html").GetString()!.Contains("href=\"https://shop.example/cart\""));
    }

    [Fact]
    public async Task It_is_written_in_the_customer_s_language()
    {
        await KnowAsync(agrees: true, "de-CH");
        await fixture.TellAsync(Abandoned(1), Guid.CreateVersion7());
        (await MailsAsync(1))[0].GetProperty("subject").GetString().ShouldBe("Ihr Warenkorb wartet");
    }

    [Fact]
    public async Task Who_did_not_agree_a_guest_and_an_address_that_was_typed_in_a_cart_get_nothing()
    {
        var typed = $"{Guid.NewGuid():N}@example.com";
        await KnowAsync(agrees: false, "en");
        await fixture.TellAsync(Abandoned(1) with { Email = typed }, Guid.CreateVersion7());
        await fixture.TellAsync(Abandoned(1) with { CustomerId = null, Email = typed }, Guid.CreateVersion7());
        await KnowAsync(agrees: true, "en");
        await fixture.TellAsync(Abandoned(1) with { Email = typed }, Guid.CreateVersion7());
        (await MailsAsync(1)).Length.ShouldBe(1);
        (await fixture.MailsAsync(typed)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_is_written_to_at_an_address_that_they_did_not_prove_to_hold()
    {
        await PreferAsync(true, "en");
        await fixture.TellAsync(Abandoned(1), Guid.CreateVersion7());
        await VerifyAsync();
        await fixture.TellAsync(Abandoned(1), Guid.CreateVersion7());
        (await MailsAsync(1)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Who_is_forgotten_gets_nothing_and_a_late_event_brings_nothing_back()
    {
        await KnowAsync(agrees: true, "en");
        (await fixture.ExportAsync(_customer)).GetProperty("consents")[0].GetProperty("address").GetString().ShouldBe(_address);
        (await fixture.EraseAsync(_customer)).ShouldBeTrue();
        await fixture.TellAsync(new EmailVerified(_customer, _address, TimeProvider.System.GetUtcNow()), Guid.CreateVersion7());
        await fixture.TellAsync(Abandoned(1), Guid.CreateVersion7());

        // The same cart's next event is of somebody else, who is written to: so the one before was handled.
        var (other, otherAddress) = (Guid.CreateVersion7(), $"{Guid.NewGuid():N}@example.com");
        await KnowAsync(agrees: true, "en", other, otherAddress);
        await fixture.TellAsync(Abandoned(1) with { CustomerId = other }, Guid.CreateVersion7());
        await Eventually.HoldsAsync(async () => (await fixture.MailsAsync(otherAddress)).Length == 1, "the other one's mail is there");
        (await fixture.MailsAsync(_address)).ShouldBeEmpty();
        await using var command = fixture.Database.CreateCommand($"SELECT count(*) FROM marketing_consents WHERE id = '{_customer}'");
        (await command.ExecuteScalarAsync()).ShouldBe(0L);
    }

    private Task KnowAsync(bool agrees, string locale) => KnowAsync(agrees, locale, _customer, _address);

    private async Task KnowAsync(bool agrees, string locale, Guid customer, string address)
    {
        await fixture.TellAsync(new EmailVerified(customer, address, TimeProvider.System.GetUtcNow()), Guid.CreateVersion7());
        await fixture.TellAsync(Preferences(customer, agrees, locale), Guid.CreateVersion7());
        await IsKnownAsync(customer, $"address = '{address}' AND email = {agrees}");
    }

    private async Task PreferAsync(bool agrees, string locale)
    {
        await fixture.TellAsync(Preferences(_customer, agrees, locale), Guid.CreateVersion7());
        await IsKnownAsync(_customer, "email");
    }

    private async Task VerifyAsync()
    {
        await fixture.TellAsync(new EmailVerified(_customer, _address, TimeProvider.System.GetUtcNow()), Guid.CreateVersion7());
        await IsKnownAsync(_customer, "address IS NOT NULL");
    }

    private static PreferencesChanged Preferences(Guid customer, bool agrees, string locale) =>
        new(customer, locale, "USD", agrees, false, false, TimeProvider.System.GetUtcNow());

    // A customer's events and a cart's are handled side by side.
    private Task IsKnownAsync(Guid customer, string condition) => Eventually.HoldsAsync(
        async () =>
        {
            await using var command = fixture.Database.CreateCommand($"SELECT count(*) FROM marketing_consents WHERE id = '{customer}' AND {condition}");
            return await command.ExecuteScalarAsync() is 1L;
        },
        "it is known of the customer");

    private Task<JsonElement[]> MailsAsync(int count) =>
        Eventually.GetAsync(() => fixture.MailsAsync(_address), mails => mails.Length >= count, "the mails are there");

    private CartAbandoned Abandoned(int lines) => new(
        _cart, _customer, null, "USD",
        [.. Enumerable.Range(1, lines).Select(i => new AbandonedLineDto($"CUP-{i}", Guid.CreateVersion7(), $"Cup {i}", i == 1 ? "<blue>" : null, null, 2, 1999))],
        TimeProvider.System.GetUtcNow());
}
