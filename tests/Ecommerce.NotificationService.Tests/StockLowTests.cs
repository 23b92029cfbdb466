using System.Text.Json;
using Ecommerce.Contracts.Product;
using Ecommerce.Messaging.Consuming;
using Ecommerce.NotificationService.Application;
using Ecommerce.NotificationService.Application.Compose;
using Ecommerce.NotificationService.Infrastructure.Persistence;
using Ecommerce.Testing.Probing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ecommerce.NotificationService.Tests;

/// <summary>Told over the broker, as product-service tells it.</summary>
public sealed class StockLowTests(NotificationServiceFixture fixture)
{
    private readonly string _sku = $"SKU & {Guid.NewGuid():N}";
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Each_of_the_staff_gets_one_mail_of_an_article_that_got_low_however_often_it_goes_up_and_down()
    {
        var first = Guid.CreateVersion7();
        await fixture.TellAsync(Low(3), first);
        await fixture.TellAsync(Low(3), first);
        for (var minutes = 1; minutes <= 5; minutes++)
        {
            await fixture.TellAsync(Low(3, minutes), Guid.CreateVersion7());
        }

        // An hour later it is news again. The events of one article are handled in their order.
        await fixture.TellAsync(Low(0, 60), Guid.CreateVersion7());
        await fixture.TellAsync(Low(2, 30), Guid.CreateVersion7());
        foreach (var address in fixture.Staff)
        {
            var mails = await Eventually.GetAsync(() => MailsAsync(address), mails => mails.Length >= 2, "both mails are there");
            mails.Length.ShouldBe(2);
            mails.ShouldAllBe(mail => mail.GetProperty("subject").GetString() == $"Low stock: {_sku}");
            mails.Select(mail => mail.GetProperty("text").GetString()!.Split(' ')[0]).Order().ShouldBe(["0", "3"]);
            mails[0].GetProperty("text").GetString()!.ShouldContain($"https://shop.example/stock/{Uri.EscapeDataString(_sku)}");
            mails[0].GetProperty("html").GetString()!.ShouldContain("SKU &amp; ");
        }
    }

    [Fact]
    public async Task Where_nobody_is_to_be_told_nothing_is_sent_and_that_is_said_once()
    {
        var log = new Lines();
        var nobody = new StaffMailbox(Options.Create(new NotificationOptions()), log);
        for (var i = 0; i < 3; i++)
        {
            await using var scope = fixture.Services.CreateAsyncScope();
            var handler = ActivatorUtilities.CreateInstance<StockLowHandler>(scope.ServiceProvider, nobody);
            await handler.HandleAsync(Low(1), new EventContext(Guid.CreateVersion7(), "", "test", "", _now), default);
            await scope.ServiceProvider.GetRequiredService<NotificationDbContext>().SaveChangesAsync();
        }

        log.Written.ShouldHaveSingleItem().ShouldContain("Notifications:StaffRecipients");
        await using var command = fixture.Database.CreateCommand(
            $"SELECT (SELECT count(*) FROM notifications WHERE data ->> 'sku' = '{_sku}') + (SELECT count(*) FROM stock_notices WHERE sku = '{_sku}')");
        (await command.ExecuteScalarAsync()).ShouldBe(0L);
    }

    private StockLow Low(int available, int minutes = 0) => new(_sku, available, 5, _now.AddMinutes(minutes));

    private async Task<JsonElement[]> MailsAsync(string address) =>
        [.. (await fixture.MailsAsync(address)).Where(mail => mail.GetProperty("subject").GetString()!.EndsWith(_sku, StringComparison.Ordinal))];

    private sealed class Lines : ILogger<StaffMailbox>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add(formatter(state, exception));
    }
}
