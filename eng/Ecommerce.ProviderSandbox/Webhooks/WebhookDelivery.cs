namespace Ecommerce.ProviderSandbox.Webhooks;

/// <summary>One message on its way to one target.</summary>
internal sealed class WebhookDelivery(long number, WebhookTarget target, WebhookMessage message, DateTimeOffset createdAt)
{
    private WebhookMessage? message = message;

    public long Number { get; } = number;

    public WebhookTarget Target { get; } = target;

    public string MessageId { get; } = message.Id;

    public string Type { get; } = message.Type;

    public string Subject { get; } = message.Subject;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public WebhookStatus Status { get; private set; }

    public int Attempts { get; private set; }

    public int? LastResponse { get; private set; }

    public string? LastError { get; private set; }

    public DateTimeOffset? LastAttemptAt { get; private set; }

    public byte[] Body() => message?.Render() ?? [];

    public void Answered(int status, DateTimeOffset now)
    {
        Attempts++;
        LastResponse = status;
        LastError = null;
        LastAttemptAt = now;
        if (status is >= 200 and < 300)
        {
            Finish(WebhookStatus.Delivered);
        }
    }

    public void Failed(string error, DateTimeOffset now)
    {
        Attempts++;
        LastResponse = null;
        LastError = error;
        LastAttemptAt = now;
    }

    /// <summary>Ends the delivery; the message is no longer needed.</summary>
    public void Finish(WebhookStatus status)
    {
        Status = status;
        message = null;
    }
}
