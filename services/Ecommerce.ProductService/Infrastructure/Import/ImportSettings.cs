namespace Ecommerce.ProductService.Infrastructure.Import;

/// <summary>Section <c>Import</c>.</summary>
internal sealed class ImportSettings
{
    public const string Section = "Import";

    /// <summary>The largest file, in bytes.</summary>
    public long MaximumBytes { get; set; } = 1L << 30;

    /// <summary>How many lines one transaction takes.</summary>
    public int BatchLines { get; set; } = 4000;

    /// <summary>How long a worker that is not heard of keeps a job.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often jobs are looked for.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(2);
}
