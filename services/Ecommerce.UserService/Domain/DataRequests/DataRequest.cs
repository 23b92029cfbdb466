using Ecommerce.SharedKernel.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.UserService.Domain.DataRequests;

/// <summary>A customer's request for a copy of their data, or to be forgotten, followed through all services until each has done its part.</summary>
internal sealed class DataRequest : AggregateRoot<Guid>
{
    /// <summary>Who holds the account: once it is gone, no new token is given.</summary>
    public const string AccountService = "auth-service";

    /// <summary>The law's month.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromDays(30);

    private readonly List<DataRequestPart> _parts = [];

    private DataRequest()
    {
    }

    private DataRequest(Guid id)
        : base(id)
    {
    }

    public Guid CustomerId { get; private init; }

    public DataRequestKind Kind { get; private init; }

    public DataRequestState State { get; private set; }

    public DateTimeOffset RequestedAt { get; private init; }

    public DateTimeOffset DueAt { get; private init; }

    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>How often the services were asked; an erasure's round.</summary>
    public int Attempts { get; private set; }

    /// <summary>When they are asked again; null once it is completed.</summary>
    public DateTimeOffset? NextAttemptAt { get; private set; }

    /// <summary>When the last token of an account that is gone has run out; null while it is not gone.</summary>
    public DateTimeOffset? TokensGoneAt { get; private set; }

    /// <summary>The first round after that: what is erased in it or later cannot be written anew.</summary>
    public int? FinalRound { get; private set; }

    public IReadOnlyList<DataRequestPart> Parts => _parts;

    public static DataRequest Export(Guid id, Guid customerId, IEnumerable<string> services, DateTimeOffset now) =>
        Begin(id, customerId, DataRequestKind.Export, services, now);

    public static DataRequest Erasure(Guid id, Guid customerId, IEnumerable<string> services, DateTimeOffset now) =>
        Begin(id, customerId, DataRequestKind.Erasure, services, now);

    /// <summary>Asks, or asks again.</summary>
    public void Ask(DataRequestTimes times, DateTimeOffset now)
    {
        Attempts++;
        NextAttemptAt = now + Wait(times, Attempts);
        if (Kind == DataRequestKind.Erasure)
        {
            if (TokensGoneAt <= now)
            {
                FinalRound ??= Attempts;
            }

            Raise(new ErasureRoundBegan(Attempts, now));
        }

        Touch();
    }

    /// <summary>Takes a service's share of an export.</summary>
    public void AddShare(string service, string content, DateTimeOffset now)
    {
        Part(service)?.Answer(DataRequestPartState.Done, content, now);
        Touch();
    }

    /// <summary>The archive has all the shares.</summary>
    public Result CompleteExport(DateTimeOffset now)
    {
        if (Kind != DataRequestKind.Export || _parts.Exists(part => part.State != DataRequestPartState.Done))
        {
            return DataRequestErrors.NotReady;
        }

        _parts.ForEach(part => part.ForgetContent());
        Complete(now);
        return Result.Success;
    }

    /// <summary>Notes that a service has erased. It counts as done by what it erased when nobody could write anew.</summary>
    public void Report(string service, int round, bool complete, DataRequestTimes times, DateTimeOffset now)
    {
        if (State == DataRequestState.Completed || Part(service) is not { State: not DataRequestPartState.Done } part)
        {
            return;
        }

        var done = complete && round >= FinalRound;
        part.Answer(done ? DataRequestPartState.Done : complete ? DataRequestPartState.Waiting : DataRequestPartState.UnderWay, null, now);
        if (service == AccountService && complete && TokensGoneAt is null)
        {
            TokensGoneAt = now + times.TokenLifetime;
            NextAttemptAt = TokensGoneAt;
        }

        if (_parts.TrueForAll(other => other.State == DataRequestPartState.Done))
        {
            Complete(now);
        }

        Touch();
    }

    private static DataRequest Begin(Guid id, Guid customerId, DataRequestKind kind, IEnumerable<string> services, DateTimeOffset now)
    {
        var request = new DataRequest(id) { CustomerId = customerId, Kind = kind, RequestedAt = now, DueAt = now + Deadline, NextAttemptAt = now };
        request._parts.AddRange(services.Select(DataRequestPart.Of));
        return request;
    }

    private static TimeSpan Wait(DataRequestTimes times, int attempts)
    {
        var wait = times.FirstWait * Math.Pow(2, Math.Min(attempts - 1, 20));
        return wait < times.LongestWait ? wait : times.LongestWait;
    }

    private DataRequestPart? Part(string service) => _parts.Find(part => part.Service == service);

    private void Complete(DateTimeOffset now)
    {
        State = DataRequestState.Completed;
        CompletedAt = now;
        NextAttemptAt = null;
        Touch();
    }
}
