namespace Ecommerce.LoadDriver;

/// <summary>What a kind of process has used and holds.</summary>
/// <param name="Name">The program.</param>
/// <param name="CpuSeconds">User and system time since its start.</param>
/// <param name="ResidentBytes">RSS: pages shared by several processes count in each.</param>
/// <param name="ProportionalBytes">PSS: a shared page counts once, divided among those who share it.</param>
internal sealed record ProcessUse(string Name, double CpuSeconds, long ResidentBytes, long ProportionalBytes);
