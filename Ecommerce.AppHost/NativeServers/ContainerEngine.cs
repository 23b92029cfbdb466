using System.ComponentModel;
using System.Diagnostics;

namespace Ecommerce.AppHost.NativeServers;

/// <summary>Whether this machine can run containers.</summary>
internal static class ContainerEngine
{
    private static readonly Lazy<bool> Healthy = new(() => Answers("docker") || Answers("podman"));

    public static bool IsHealthy => Healthy.Value;

    private static bool Answers(string engine)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(engine, ["version", "--format", "{{.Server.Version}}"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            return process.WaitForExit(TimeSpan.FromSeconds(5)) && process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
