using Microsoft.Extensions.Configuration;

namespace Ecommerce.AppHost;

/// <summary>Where what the system keeps lies on this machine: the servers' data and uploaded images. <c>Servers:Data</c> says otherwise.</summary>
internal static class DataFolder
{
    private static readonly Lazy<string> Ephemeral = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("ecommerce-");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            try
            {
                folder.Delete(recursive: true);
            }
            catch (IOException)
            {
                // A server that still ends writes its last file; the system clears the temporary folder.
            }
        };
        return folder.FullName;
    });

    /// <summary>Where uploaded images lie.</summary>
    public static string ImagesOf(IDistributedApplicationBuilder builder) => Path.Combine(Of(builder), "images");

    public static string Of(IDistributedApplicationBuilder builder)
    {
        if (builder.Configuration["Servers:Data"] is { Length: > 0 } given)
        {
            return Path.GetFullPath(given);
        }

        if (builder.Configuration.GetValue<bool>("Servers:Ephemeral"))
        {
            return Ephemeral.Value;
        }

        // The servers run as users of their own where the AppHost is root, and root's home is closed to them.
        return Environment.UserName == "root"
            ? "/var/lib/ecommerce"
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "ecommerce");
    }
}
