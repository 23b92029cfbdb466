namespace Microsoft.Extensions.ServiceDiscovery;

/// <summary>Options of service discovery.</summary>
public sealed class ServiceDiscoveryOptions
{
    /// <summary>Whether every URI scheme may be resolved to; otherwise only <see cref="AllowedSchemes" />. Default: true.</summary>
    public bool AllowAllSchemes { get; set; } = true;

    /// <summary>How often endpoints without change notification are asked for again. Default: 60 seconds.</summary>
    public TimeSpan RefreshPeriod { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The allowed schemes where <see cref="AllowAllSchemes" /> is false.</summary>
    public IList<string> AllowedSchemes { get; set; } = [];

    /// <summary>Which of the requested schemes may be used; all allowed ones where none is requested.</summary>
    public IReadOnlyList<string> ApplyAllowedSchemes(IReadOnlyList<string> requestedSchemes)
    {
        ArgumentNullException.ThrowIfNull(requestedSchemes);
        if (requestedSchemes.Count == 0)
        {
            return AllowedSchemes.AsReadOnly();
        }

        return AllowAllSchemes
            ? requestedSchemes
            : [.. requestedSchemes.Where(s => AllowedSchemes.Contains(s, StringComparer.OrdinalIgnoreCase))];
    }
}
