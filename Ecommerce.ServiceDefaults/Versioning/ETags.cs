using System.Globalization;
using Ecommerce.SharedKernel.Results;
using Microsoft.AspNetCore.Http;

namespace Ecommerce.ServiceDefaults.Versioning;

/// <summary>Versions of resources as <c>ETag</c> and <c>If-Match</c>.</summary>
public static class ETags
{
    /// <summary>Tells the caller the version.</summary>
    public static void SetVersion(this HttpResponse response, int version) =>
        response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version that the caller's change is based on; null where it says none or any (<c>*</c>).</summary>
    public static Result<int?> IfMatchVersion(this HttpRequest request)
    {
        var header = request.Headers.IfMatch.ToString();
        if (header.Length == 0 || header == "*")
        {
            return (int?)null;
        }

        return int.TryParse(header.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : Error.Stale("resource.stale", "The resource has changed since it was read.");
    }
}
