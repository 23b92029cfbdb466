namespace Ecommerce.LoadDriver;

/// <summary>Memory of the system's processes.</summary>
internal static class ProcessMemory
{
    private const double Mebibyte = 1 << 20;

    public static int Print()
    {
        Console.WriteLine($"{"",-40} {"resident",12} {"proportional",16}");
        var uses = SystemProcesses.Read();
        foreach (var use in uses)
        {
            Print(use);
        }

        var services = uses.Where(use => use.Name.EndsWith("Service", StringComparison.Ordinal)).ToList();
        Print(new ProcessUse($"the {services.Count} services together", 0, services.Sum(use => use.ResidentBytes), services.Sum(use => use.ProportionalBytes)));
        return 0;
    }

    private static void Print(ProcessUse use) =>
        Console.WriteLine($"{use.Name,-40} {use.ResidentBytes / Mebibyte,8:F0} MiB {use.ProportionalBytes / Mebibyte,12:F0} MiB");
}
