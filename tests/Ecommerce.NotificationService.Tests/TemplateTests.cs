using Ecommerce.NotificationService.Domain;
using Ecommerce.NotificationService.Infrastructure.Templates;

namespace Ecommerce.NotificationService.Tests;

public sealed class TemplateTests
{
    private static readonly Dictionary<string, object?> Model = new()
    {
        ["name"] = "<Ada>", ["url"] = "https://shop.example/", ["labelUrl"] = "https://shop.example/", ["sku"] = "<Ada>",
        ["lines"] = new List<object?> { new Dictionary<string, object?> { ["name"] = "<Ada>", ["quantity"] = 2L } },
    };

    public static TheoryData<string, string> All() =>
        new(from type in Enum.GetNames<NotificationType>() from locale in new[] { "en", "de" } select (type, locale));

    [Theory]
    [MemberData(nameof(All))]
    public void Every_notification_has_a_subject_a_text_and_encoded_html_in_every_language(string type, string locale)
    {
        var mail = new HandlebarsTemplates().Render(Enum.Parse<NotificationType>(type), locale, Model);
        mail.Subject.ShouldNotBeNullOrWhiteSpace();
        mail.Text.ShouldNotContain("{{");
        mail.Html.ShouldContain($"<html lang=\"{locale}\">");
        mail.Html.ShouldNotContain("<Ada>");
        mail.Html.Contains("https://shop.example/", StringComparison.Ordinal).ShouldBe(mail.Text.Contains("https://shop.example/", StringComparison.Ordinal));
        if (locale != "en")
        {
            mail.Text.ShouldNotBe(new HandlebarsTemplates().Render(Enum.Parse<NotificationType>(type), "en", Model).Text);
        }
    }
}
