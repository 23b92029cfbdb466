using RabbitMQ.Client.Events;

namespace Ecommerce.Messaging.Consuming;

/// <summary>A consumer that fills lanes, and the workers that empty them; a worker that ends before it is told to has failed.</summary>
internal sealed record LaneRun(AsyncEventingBasicConsumer Consumer, Task[] Workers);
