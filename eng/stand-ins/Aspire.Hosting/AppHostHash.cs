using System.Security.Cryptography;
using System.Text;

namespace Aspire.Hosting;

/// <summary>Tells AppHosts apart: by name when publishing, so that a chart does not depend on the folder, by path when running.</summary>
internal static class AppHostHash
{
    internal static string Of(IDistributedApplicationBuilder builder)
    {
        var path = (builder as DistributedApplicationBuilder)?.AppHostPath ?? builder.Configuration["AppHost:Path"] ?? builder.AppHostDirectory;
        if (builder.Configuration["AppHostSha"] is { Length: > 0 } given)
        {
            return given;
        }

        var identity = builder.ExecutionContext.IsPublishMode ? Path.GetFileName(path) : path.ToLowerInvariant();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)));
    }
}
