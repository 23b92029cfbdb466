namespace Ecommerce.UserService.Domain.DataRequests;

/// <summary>What one service has to do with a request.</summary>
internal sealed class DataRequestPart
{
    private DataRequestPart()
    {
    }

    public string Service { get; private init; } = "";

    public DataRequestPartState State { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The service's share of an export, as JSON, until the archive is made.</summary>
    public string? Content { get; private set; }

    public static DataRequestPart Of(string service) => new() { Service = service };

    public void Answer(DataRequestPartState state, string? content, DateTimeOffset now) => (State, Content, AnsweredAt) = (state, content, now);

    public void ForgetContent() => Content = null;
}
