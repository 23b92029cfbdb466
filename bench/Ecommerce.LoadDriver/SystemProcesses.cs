using System.Diagnostics;
using System.Globalization;

namespace Ecommerce.LoadDriver;

/// <summary>The processes that the AppHost started, and itself, from /proc, by the name of what they are.</summary>
internal static class SystemProcesses
{
    private const double TicksPerSecond = 100;
    private const string AppHost = "Ecommerce.AppHost";
    private const int Parent = 1;
    private const int UserTime = 11;
    private const int SystemTime = 12;
    private static readonly string[] Servers = ["postgres", "redis-server", "beam.smp", "Aspire.Dashboard", "dcp"];

    /// <summary>What each kind of process has used and holds.</summary>
    public static IReadOnlyList<ProcessUse> Read() =>
    [
        .. Process.GetProcesses().Where(process => IsOfTheSystem(process.Id)).Select(Describe).OfType<ProcessUse>()
            .GroupBy(use => use.Name)
            .Select(group => new ProcessUse(
                group.Key, group.Sum(use => use.CpuSeconds), group.Sum(use => use.ResidentBytes), group.Sum(use => use.ProportionalBytes)))
            .OrderBy(use => use.Name, StringComparer.Ordinal),
    ];

    // A machine may run other databases and brokers, and other checkouts of this repository.
    private static bool IsOfTheSystem(int id)
    {
        try
        {
            for (; id > 1; id = ParentOf(id))
            {
                if (File.ReadAllText($"/proc/{id}/cmdline").Split('\0').Take(2).Any(part => Path.GetFileName(part) is AppHost or AppHost + ".dll"))
                {
                    return true;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It has ended meanwhile.
        }

        return false;
    }

    // Aspire's orchestrator is nobody's child: it is told which process to end with.
    private static int ParentOf(int id)
    {
        var arguments = File.ReadAllText($"/proc/{id}/cmdline").Split('\0');
        var monitored = Array.IndexOf(arguments, "--monitor");
        return int.Parse(monitored >= 0 ? arguments[monitored + 1] : FieldsOf(id)[Parent], CultureInfo.InvariantCulture);
    }

    private static ProcessUse? Describe(Process process)
    {
        try
        {
            var command = File.ReadAllText($"/proc/{process.Id}/cmdline").Split('\0');
            var program = command.FirstOrDefault(part => Path.GetFileName(part).StartsWith("Ecommerce.", StringComparison.Ordinal));
            var name = program is not null && command[0].EndsWith("dotnet", StringComparison.Ordinal) && command.Length > 1 && command[1] == program
                ? Path.GetFileNameWithoutExtension(program)
                : program is not null && command[0] == program ? Path.GetFileName(program)
                : Servers.FirstOrDefault(server => process.ProcessName.StartsWith(server, StringComparison.Ordinal));
            return name is null or "Ecommerce.LoadDriver" ? null : new ProcessUse(name, CpuOf(process.Id), process.WorkingSet64, ProportionalOf(process.Id));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return null;
        }
    }

    // The fields after the command, which stands in brackets and may hold spaces.
    private static string[] FieldsOf(int id)
    {
        var stat = File.ReadAllText($"/proc/{id}/stat");
        return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
    }

    private static double CpuOf(int id)
    {
        var fields = FieldsOf(id);
        return (long.Parse(fields[UserTime], CultureInfo.InvariantCulture) + long.Parse(fields[SystemTime], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    private static long ProportionalOf(int id)
    {
        var line = File.ReadLines($"/proc/{id}/smaps_rollup").First(text => text.StartsWith("Pss:", StringComparison.Ordinal));
        return long.Parse(line["Pss:".Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1024;
    }
}
