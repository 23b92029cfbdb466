using System.Diagnostics;
using System.Net;

namespace StackExchange.Redis.Connection;

/// <summary>
/// The span of a command, made when the answer is there. The source has the name of the instrumentation that the real
/// client is traced with, so that what listens need not know the difference.
/// </summary>
internal sealed class RedisTrace
{
    public const string SourceName = "OpenTelemetry.Instrumentation.StackExchangeRedis";

    private static readonly ActivitySource Source = new(SourceName);

    private readonly ActivityContext _parent;
    private readonly DateTimeOffset _started = DateTimeOffset.UtcNow;
    private readonly string _command;
    private readonly int _database;
    private readonly EndPoint? _endPoint;
    private int _stopped;

    private RedisTrace(string command, int database, EndPoint? endPoint, ActivityContext parent)
    {
        _command = command;
        _database = database;
        _endPoint = endPoint;
        _parent = parent;
    }

    public static RedisTrace? Start(string command, int database, EndPoint? endPoint)
        => Source.HasListeners() ? new RedisTrace(command, database, endPoint, Activity.Current?.Context ?? default) : null;

    public void Stop(Exception? failure)
    {
        if (Interlocked.Exchange(ref _stopped, 1) != 0)
        {
            return;
        }

        using var activity = Source.StartActivity(_command, ActivityKind.Client, _parent, tags: null, links: null, _started);
        if (activity is not { IsAllDataRequested: true })
        {
            return;
        }

        activity.SetTag("db.system", "redis");
        activity.SetTag("db.statement", _command);
        activity.SetTag("db.redis.database_index", _database);
        switch (_endPoint)
        {
            case DnsEndPoint dns:
                activity.SetTag("server.address", dns.Host).SetTag("server.port", dns.Port);
                break;
            case IPEndPoint ip:
                activity.SetTag("server.address", ip.Address.ToString()).SetTag("server.port", ip.Port);
                break;
        }

        if (failure is not null)
        {
            activity.SetTag("error.type", failure.GetType().FullName);
            activity.SetStatus(ActivityStatusCode.Error, failure.Message);
        }
    }
}
