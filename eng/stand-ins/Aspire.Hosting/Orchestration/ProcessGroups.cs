using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Aspire.Hosting.Orchestration;

/// <summary>
/// Starts each process in a group of its own, so that it goes down with all that it started, and keeps a watchdog that
/// brings the groups down when the AppHost is gone without having done so (kill -9, a crash). The watchdog is a shell that
/// knows the groups and reads from a pipe which only the AppHost holds open; its end is the end of the AppHost.
/// </summary>
internal sealed partial class ProcessGroups : IDisposable
{
    private const int SigTerm = 15;
    private const int SigKill = 9;

    private const string WatchdogScript = """
        trap '' INT TERM HUP
        groups=""
        while read -r verb group; do
          case "$verb" in
            add) groups="$group $groups" ;;
            gone) rest=""; for g in $groups; do [ "$g" = "$group" ] || rest="$rest $g"; done; groups="$rest" ;;
          esac
        done
        for g in $groups; do kill -TERM "-$g" 2>/dev/null; done
        i=0
        while [ $i -lt 100 ]; do
          left=""
          for g in $groups; do kill -0 "-$g" 2>/dev/null && left="$left $g"; done
          [ -n "$left" ] || exit 0
          sleep 0.1
          i=$((i + 1))
        done
        for g in $groups; do kill -KILL "-$g" 2>/dev/null; done
        """;

    private static readonly string? s_setsid = FindOnPath("setsid");

    private readonly Lock _lock = new();
    private Process? _watchdog;

    /// <summary>The full path of a program, as a shell would find it.</summary>
    internal static string? FindOnPath(string command)
    {
        if (command.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return File.Exists(command) ? Path.GetFullPath(command) : null;
        }

        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, command)).FirstOrDefault(File.Exists);
    }

    internal Process Start(ProcessStartInfo start)
    {
        if (s_setsid is not null)
        {
            // The process becomes the leader of a new session and group without a change of its id.
            start.ArgumentList.Insert(0, start.FileName);
            start.FileName = s_setsid;
        }

        lock (_lock)
        {
            _watchdog ??= StartWatchdog();
            var process = Process.Start(start) ?? throw new InvalidOperationException($"'{start.FileName}' did not start.");
            Tell($"add {process.Id.ToString(CultureInfo.InvariantCulture)}");
            return process;
        }
    }

    /// <summary>Asks a process and all that it started to end, and makes them end after a while.</summary>
    internal static async Task StopAsync(Process process, TimeSpan grace)
    {
        var group = process.Id;
        Signal(process, group, SigTerm);
        using var timeout = new CancellationTokenSource(grace);
        try
        {
            await process.WaitForExitAsync(timeout.Token).ConfigureAwait(false);
            while (GroupLives(group))
            {
                await Task.Delay(25, timeout.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            Signal(process, group, SigKill);
        }
    }

    /// <summary>Ends what a process has left behind, now that it is gone.</summary>
    internal void Forget(int group)
    {
        if (s_setsid is not null && GroupLives(group))
        {
            _ = Kill(-group, SigTerm);
        }

        lock (_lock)
        {
            Tell($"gone {group.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            try
            {
                _watchdog?.StandardInput.Dispose();
            }
            catch (IOException)
            {
                // It is gone.
            }

            _watchdog?.Dispose();
            _watchdog = null;
        }
    }

    private static bool GroupLives(int group) => s_setsid is not null && Kill(-group, 0) == 0;

    private static void Signal(Process process, int group, int signal)
    {
        try
        {
            if (s_setsid is not null)
            {
                _ = Kill(-group, signal);
            }
            else if (signal == SigTerm && !OperatingSystem.IsWindows())
            {
                _ = Kill(group, signal);
            }
            else
            {
                process.Kill(entireProcessTree: true);
            }
        }
        catch (InvalidOperationException)
        {
            // It is gone already.
        }
    }

    private static Process? StartWatchdog()
    {
        if (s_setsid is null)
        {
            return null;
        }

        var start = new ProcessStartInfo(s_setsid) { RedirectStandardInput = true, WorkingDirectory = "/" };
        start.ArgumentList.Add("/bin/sh");
        start.ArgumentList.Add("-c");
        // Nothing of the AppHost's output is held open by the watchdog: a test runner that reads it to its end would wait for ever.
        start.ArgumentList.Add($"exec >/dev/null 2>&1\n{WatchdogScript}");
        return Process.Start(start);
    }

    private void Tell(string message)
    {
        try
        {
            _watchdog?.StandardInput.WriteLine(message);
            _watchdog?.StandardInput.Flush();
        }
        catch (IOException)
        {
            // Someone killed the watchdog; the AppHost still stops its processes itself.
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int pid, int signal);
}
