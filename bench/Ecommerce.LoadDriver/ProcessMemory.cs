using System.Diagnostics;

namespace Ecommerce.LoadDriver;

/// <summary>Resident memory of the system's processes, from /proc.</summary>
internal static class ProcessMemory
{
    private static readonly string[] Servers = ["postgres", "redis-server", "beam.smp", "aspire-managed"];

    public static int Print()
    {
        var rows = Process.GetProcesses().Select(Describe).OfType<(string Name, long Bytes)>()
            .GroupBy(row => row.Name).Select(group => (Name: group.Key, Bytes: group.Sum(row => row.Bytes))).OrderBy(row => row.Name).ToList();
        foreach (var (name, bytes) in rows)
        {
            Console.WriteLine($"{name,-40} {bytes / 1048576.0,8:F0} MiB");
        }

        var services = rows.Where(row => row.Name.EndsWith("Service", StringComparison.Ordinal)).ToList();
        Console.WriteLine($"{"the " + services.Count + " services together",-40} {services.Sum(row => row.Bytes) / 1048576.0,8:F0} MiB");
        return 0;
    }

    private static (string, long)? Describe(Process process)
    {
        try
        {
            var command = File.ReadAllText($"/proc/{process.Id}/cmdline").Split('\0');
            var dll = command.FirstOrDefault(part => Path.GetFileName(part).StartsWith("Ecommerce.", StringComparison.Ordinal));
            var name = dll is not null ? Path.GetFileNameWithoutExtension(dll) : Servers.FirstOrDefault(server => process.ProcessName.StartsWith(server, StringComparison.Ordinal));
            return name is null or "Ecommerce.LoadDriver" ? null : (name, process.WorkingSet64);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return null;
        }
    }
}
