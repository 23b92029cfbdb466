using StackExchange.Redis.Connection;

namespace StackExchange.Redis.Commands;

/// <summary>Collects commands and sends them together.</summary>
internal sealed class RedisBatch(ConnectionMultiplexer multiplexer, int database)
    : CommandSource(multiplexer, database), IBatch
{
    private readonly Lock _lock = new();
    private List<Message> _messages = [];

    protected override bool CanAskTwice => false;

    public void Execute()
    {
        List<Message> messages;
        lock (_lock)
        {
            (messages, _messages) = (_messages, []);
        }

        if (messages.Count > 0)
        {
            Owner.Interactive.Send(messages);
        }
    }

    protected override void Send(Message message)
    {
        lock (_lock)
        {
            _messages.Add(message);
        }
    }
}
