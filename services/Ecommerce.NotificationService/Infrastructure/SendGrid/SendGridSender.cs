using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Ecommerce.NotificationService.Application.Ports;
using Microsoft.Extensions.Options;

namespace Ecommerce.NotificationService.Infrastructure.SendGrid;

/// <summary>Sends mail by SendGrid.</summary>
internal sealed class SendGridSender : IEmailSender
{
    private readonly HttpClient _http;
    private readonly SendGridOptions _options;

    public SendGridSender(HttpClient http, IOptions<SendGridOptions> options)
    {
        _options = options.Value;
        _http = http;
        _http.BaseAddress = _options.BaseUrl;
        _http.Timeout = TimeSpan.FromSeconds(20);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _options.ApiKey);
    }

    public async Task<SendResult> SendAsync(Email email, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _http.PostAsJsonAsync("/v3/mail/send", Body(email), cancellationToken);
            return response.StatusCode switch
            {
                HttpStatusCode.Accepted or HttpStatusCode.OK => new SendResult(SendOutcome.Sent, MessageId(response)),
                HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge => new SendResult(SendOutcome.Refused, Code: "email.refused"),
                _ => new SendResult(SendOutcome.Postponed, Code: $"email.status_{(int)response.StatusCode}"),
            };
        }
        catch (Exception exception) when (
            exception is HttpRequestException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // It may have been sent: better twice than never.
            return new SendResult(SendOutcome.Postponed, Code: "email.outcome_unknown");
        }
    }

    private static string? MessageId(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-Message-Id", out var values) ? values.FirstOrDefault() : null;

    private object Body(Email email) => new
    {
        personalizations = new[] { new { to = new[] { new { email = email.Recipient } } } },
        from = new { email = _options.FromEmail, name = _options.FromName },
        subject = email.Subject,
        content = new[] { new { type = "text/plain", value = email.Text }, new { type = "text/html", value = email.Html } },
        categories = new[] { email.Category },
        custom_args = new { notification_id = email.Id.ToString() },
    };
}
