namespace Ecommerce.ProviderSandbox.Control.Faults;

internal static class FaultPath
{
    /// <summary>Whether a path starts as told; <c>*</c> stands for one whole segment.</summary>
    public static bool StartsWith(string path, string prefix)
    {
        if (!prefix.Contains('*', StringComparison.Ordinal))
        {
            return path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
        }

        var segments = path.Split('/');
        var wanted = prefix.Split('/');
        return segments.Length >= wanted.Length
            && wanted.Zip(segments).All(pair => pair.First == "*" || string.Equals(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase));
    }
}
