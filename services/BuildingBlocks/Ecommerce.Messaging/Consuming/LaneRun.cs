using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Ecommerce.Messaging.Consuming;

/// <summary>The handling of what one channel's consumer gets.</summary>
internal sealed class LaneRun(IChannel channel, AsyncEventingBasicConsumer consumer, WaitingMessages waiting, Acknowledgements acknowledgements)
{
    public IChannel Channel { get; } = channel;

    public AsyncEventingBasicConsumer Consumer { get; } = consumer;

    public WaitingMessages Waiting { get; } = waiting;

    public Acknowledgements Acknowledgements { get; } = acknowledgements;

    /// <summary>A message has arrived, or a batch is finished.</summary>
    public Signal Changed { get; } = new();

    /// <summary>Ends where the broker has handed out more than may be held in memory.</summary>
    public TaskCompletionSource TooLarge { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The work; where it ends before it is told to, it has failed.</summary>
    public Task Work { get; set; } = Task.CompletedTask;
}
