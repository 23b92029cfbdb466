namespace Ecommerce.Messaging.Outbox;

/// <summary>Wakes this process's dispatcher after a commit.</summary>
/// <remarks>
/// In the process and not by a NOTIFY in the transaction: Postgres serializes the commits of notifying transactions
/// over the whole cluster, which would cap the throughput at one commit per flush of the log.
/// </remarks>
public sealed class OutboxSignal : Signal;
