namespace Ecommerce.Messaging;

/// <summary>Settings of a service's messaging, section <c>Messaging</c>.</summary>
public sealed class MessagingOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Messaging";

    /// <summary>The service's name: the source of its events and the name of its queue.</summary>
    public string Service { get; set; } = "";

    /// <summary>Put before the names of exchange and queues, so that several systems can share a broker.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>How many batches are handled at a time; the messages of one subject always one after the other.</summary>
    public int Lanes { get; set; } = 2;

    /// <summary>How many messages may share a transaction.</summary>
    public int LargestBatch { get; set; } = 64;

    /// <summary>
    /// Batches that are not full start so far apart, and take what came meanwhile; a full one starts at once. Where few messages come
    /// (<see cref="GatherFrom"/>) none is waited for.
    /// </summary>
    public TimeSpan GatherTime { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>From how many messages a second on they are gathered. Below it each is handled as soon as it arrives.</summary>
    public int GatherFrom { get; set; } = 30;

    /// <summary>How many messages the broker hands out before the first of them is acknowledged.</summary>
    public ushort Prefetch { get; set; } = 512;

    /// <summary>
    /// How many bytes the bodies of the messages may have that the consumer holds in memory. Where the broker hands out more than that,
    /// consuming starts again with a prefetch of half of what fitted, until the service is restarted. A single message may be larger.
    /// </summary>
    public long LargestBacklog { get; set; } = 16 << 20;

    /// <summary>How many messages one round of the dispatcher sends.</summary>
    public int BatchSize { get; set; } = 256;

    /// <summary>How often dispatcher and retries look without having been woken: for what a crash left, and to take over from a replica.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The wait after the first failure; doubles with each further one.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between two attempts.</summary>
    public TimeSpan MaximumRetryDelay { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a message is tried before it goes to the dead-letter queue.</summary>
    public int MaximumAttempts { get; set; } = 10;

    /// <summary>How long the inbox remembers a message.</summary>
    public TimeSpan InboxRetention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>The topic exchange of all events.</summary>
    public string Exchange => Prefix + "ecommerce.events";

    /// <summary>The service's queue.</summary>
    public string Queue => Prefix + Service;

    /// <summary>Where the service's poison goes.</summary>
    public string DeadLetterQueue => Queue + ".dead";

    // A broker that is back is to be found soon.
    private static readonly TimeSpan MaximumReconnectDelay = TimeSpan.FromSeconds(5);

    /// <summary>The wait before the broker or the database is tried again, after so many failures in a row.</summary>
    public TimeSpan ReconnectDelayAfter(int failures)
    {
        var delay = DelayAfter(failures);
        return delay < MaximumReconnectDelay ? delay : MaximumReconnectDelay;
    }

    /// <summary>The wait before attempt number <paramref name="attempts"/> + 1.</summary>
    public TimeSpan DelayAfter(int attempts)
    {
        var factor = Math.Pow(2, Math.Min(attempts - 1, 20));
        return TimeSpan.FromTicks((long)Math.Min(RetryDelay.Ticks * factor, MaximumRetryDelay.Ticks));
    }
}
