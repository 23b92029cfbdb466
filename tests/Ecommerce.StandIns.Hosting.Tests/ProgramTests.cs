using System.Diagnostics;
using System.Net.Http.Json;
using System.Runtime.InteropServices;

namespace Ecommerce.StandIns.Hosting.Tests;

/// <summary>The AppHost as a program of its own, as dotnet run starts it.</summary>
public sealed partial class ProgramTests
{
    private const int SigKill = 9;
    private const int SigTerm = 15;

    [Theory]
    [InlineData(SigTerm)]
    [InlineData(SigKill)]
    public async Task Nothing_is_left_of_an_AppHost_that_is_gone(int signal)
    {
        using var host = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                typeof(Projects.StandIns_AppHost).Assembly.Location, "--Parameters:api-key=k", "--ConnectionStrings:legacy=x", "--DcpPublisher:RandomizePorts=true",
            },
            Environment = { ["PROBE_GRANDCHILD"] = "yes", ["DOTNET_ENVIRONMENT"] = "Development" },
            RedirectStandardOutput = true,
        })!;
        var listening = new HashSet<string>();
        while (listening.Count < 2 && await host.StandardOutput.ReadLineAsync(Application.InTime) is { } line)
        {
            if (line.IndexOf("Now listening on: ", StringComparison.Ordinal) is >= 0 and var at)
            {
                listening.Add(line[(at + "Now listening on: ".Length)..].Trim());
            }
        }

        using var client = new HttpClient();
        var pids = new List<int>();
        foreach (var address in listening)
        {
            pids.Add(await client.GetFromJsonAsync<int>($"{address}/pid", Application.InTime));
        }

        pids.Count.ShouldBe(2);
        var groups = pids.ToArray();
        groups.ShouldAllBe(g => MembersOf(g) >= 2, "each probe has a grandchild in its group");

        Kill(host.Id, signal).ShouldBe(0);
        _ = host.StandardOutput.ReadToEndAsync(Application.InTime);
        await host.WaitForExitAsync(Application.InTime);

        await Application.UntilAsync(() => groups.All(g => MembersOf(g) == 0), "all processes are gone");
    }

    private static int MembersOf(int group) => Directory.GetDirectories("/proc").Select(d => Path.Combine(d, "stat")).Count(f =>
    {
        try
        {
            // pid (name) state ppid pgrp …; a zombie is gone but for its parent's question.
            var fields = File.ReadAllText(f)[(File.ReadAllText(f).LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] != "Z" && fields[2] == group.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    });

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int pid, int signal);
}
