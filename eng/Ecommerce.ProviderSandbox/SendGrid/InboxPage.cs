using System.Net;

namespace Ecommerce.ProviderSandbox.SendGrid;

internal static class InboxPage
{
    public static string Of(IReadOnlyList<SentMail> mails) => $$"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Inbox (sandbox)</title>
        <style>
          body{font:16px system-ui;max-width:56rem;margin:2rem auto;padding:0 1rem}
          article{border:1px solid #ccc;border-radius:.5rem;padding:1rem;margin:1rem 0}
          h2{font-size:1.1rem;margin:0}pre{white-space:pre-wrap}iframe{width:100%;height:20rem;border:1px solid #ddd}
          .meta{color:#555;font-size:.9rem}
        </style>
        </head>
        <body>
        <h1>Inbox</h1>
        <p>Mails that the platform sent; none of them left this machine. As JSON: <a href="/sandbox/mails">/sandbox/mails</a>.
        One recipient: <code>?to=</code>.</p>
        {{(mails.Count == 0 ? "<p>No mail yet.</p>" : string.Concat(mails.Select(Article)))}}
        </body>
        </html>
        """;

    private static string Article(SentMail mail) => $"""
        <article>
        <h2>{Encode(mail.Subject)}</h2>
        <p class="meta">to {Encode(string.Join(", ", mail.To))}, from {Encode(mail.From)}, {mail.At:u}</p>
        <p>{string.Join("<br>", mail.Links().Select(link => $"""<a href="{Encode(link)}" rel="noreferrer">{Encode(link)}</a>"""))}</p>
        {(mail.Text is null ? "" : $"<details><summary>Text</summary><pre>{Encode(mail.Text)}</pre></details>")}
        {(mail.Html is null ? "" : $"""<details><summary>HTML</summary><iframe sandbox="allow-popups" srcdoc="{Encode(mail.Html)}"></iframe></details>""")}
        </article>
        """;

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
