using System.Globalization;
using Npgsql;

namespace Ecommerce.MessagingBench;

/// <summary>The processor time that Postgres and RabbitMQ have used, in seconds, from /proc. Zero where they run elsewhere.</summary>
internal sealed class ProcessorTimes
{
    private const double TicksPerSecond = 100;
    private const int Parent = 1;
    private const int UserTime = 11;
    private const int SystemTime = 12;
    private const int EndedChildrenUserTime = 13;
    private const int EndedChildrenSystemTime = 14;

    private readonly int _postgres;
    private readonly int _rabbitMq;

    private ProcessorTimes(int postgres, int rabbitMq) => (_postgres, _rabbitMq) = (postgres, rabbitMq);

    public double Postgres => _postgres == 0
        ? 0
        : Seconds(_postgres, UserTime, SystemTime, EndedChildrenUserTime, EndedChildrenSystemTime)
          + Processes().Where(id => IsChild(id, _postgres)).Sum(id => Seconds(id, UserTime, SystemTime));

    public double RabbitMq => _rabbitMq == 0 ? 0 : Seconds(_rabbitMq, UserTime, SystemTime);

    public static async Task<ProcessorTimes> OfAsync(NpgsqlDataSource postgres, Uri rabbitMq)
    {
        await using var command = postgres.CreateCommand("SELECT pg_backend_pid()");
        var backend = (int)(await command.ExecuteScalarAsync())!;
        return new(
            FieldsOf(backend) is { } fields ? int.Parse(fields[Parent], CultureInfo.InvariantCulture) : 0,
            Processes().FirstOrDefault(id => IsBroker(id, rabbitMq.Port)));
    }

    private static IEnumerable<int> Processes() =>
        Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
            .Select(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id != 0);

    private static bool IsChild(int id, int parent) => FieldsOf(id)?[Parent] == parent.ToString(CultureInfo.InvariantCulture);

    // Ecommerce.AppHost/NativeServers names the broker's node after its port.
    private static bool IsBroker(int id, int port)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/comm").StartsWith("beam.smp", StringComparison.Ordinal)
                && File.ReadAllText($"/proc/{id}/environ").Contains($"RABBITMQ_NODENAME=ecommerce-{port}@", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static double Seconds(int id, params int[] which) =>
        FieldsOf(id) is { } fields ? which.Sum(field => long.Parse(fields[field], CultureInfo.InvariantCulture)) / TicksPerSecond : 0;

    // The fields after the command, which stands in brackets and may hold spaces; null where the process has ended.
    private static string[]? FieldsOf(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
