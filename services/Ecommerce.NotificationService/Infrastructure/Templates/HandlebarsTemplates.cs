using System.Text.Json;
using Ecommerce.NotificationService.Application.Ports;
using Ecommerce.NotificationService.Domain;
using HandlebarsDotNet;

namespace Ecommerce.NotificationService.Infrastructure.Templates;

/// <summary>Handlebars templates, embedded as <c>order_confirmed.en.html.hbs</c>; compiled once, at the start.</summary>
internal sealed class HandlebarsTemplates : ITemplates
{
    private const string Fallback = "en";
    private static readonly string[] Locales = [Fallback, "de"];
    private static readonly string[] Parts = ["subject", "txt", "html"];

    private readonly Dictionary<string, HandlebarsTemplate<object, object>> _compiled = [];

    public HandlebarsTemplates()
    {
        // Only HTML is encoded: a subject or plain text shows what was written.
        var plain = Handlebars.Create(new HandlebarsConfiguration { NoEscape = true });
        var html = Handlebars.Create();
        foreach (var type in Enum.GetValues<NotificationType>())
        {
            foreach (var (locale, part) in Locales.SelectMany(locale => Parts.Select(part => (locale, part))))
            {
                var key = Key(type, locale, part);
                _compiled[key] = (part == "html" ? html : plain).Compile(Read(key));
            }
        }
    }

    public RenderedMail Render(NotificationType type, string locale, IReadOnlyDictionary<string, object?> model)
    {
        var language = locale.Split('-')[0].ToLowerInvariant();
        var known = Array.IndexOf(Locales, language) >= 0 ? language : Fallback;
        return new RenderedMail(
            OneLine(_compiled[Key(type, known, "subject")](model)), _compiled[Key(type, known, "txt")](model), _compiled[Key(type, known, "html")](model));
    }

    private static string OneLine(string subject) => string.Join(' ', subject.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static string Key(NotificationType type, string locale, string part) =>
        $"{JsonNamingPolicy.SnakeCaseLower.ConvertName(type.ToString())}.{locale}.{part}.hbs";

    private static string Read(string name)
    {
        using var stream = typeof(HandlebarsTemplates).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The template {name} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
