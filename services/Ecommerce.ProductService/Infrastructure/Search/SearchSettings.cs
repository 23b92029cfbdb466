namespace Ecommerce.ProductService.Infrastructure.Search;

/// <summary>Section <c>Search</c>.</summary>
internal sealed class SearchSettings
{
    public const string Section = "Search";

    /// <summary>Where this replica keeps its index; a folder below the machine's temporary one where it is empty.</summary>
    public string Path { get; set; } = "";

    /// <summary>How often changes are looked for where no notification comes.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(2);
}
