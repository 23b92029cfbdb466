using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Ecommerce.Messaging;

/// <summary>Names and instruments of messaging, after OpenTelemetry's semantic conventions for messaging.</summary>
public static class MessagingTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Ecommerce.Messaging";

    internal static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    internal static readonly Counter<long> Published = Meter.CreateCounter<long>("messaging.published", "{message}", "Events confirmed by the broker.");
    internal static readonly Counter<long> Handled = Meter.CreateCounter<long>("messaging.handled", "{message}", "Messages handled and committed.");
    internal static readonly Counter<long> Duplicates = Meter.CreateCounter<long>("messaging.duplicates", "{message}", "Messages that had been handled before.");
    internal static readonly Counter<long> Deferred = Meter.CreateCounter<long>("messaging.deferred", "{message}", "Messages put off after a failure.");
    internal static readonly Counter<long> DeadLettered = Meter.CreateCounter<long>("messaging.dead_lettered", "{message}", "Messages given up.");
}
