using System.Text.RegularExpressions;

namespace Ecommerce.SharedKernel.Tests;

/// <summary>In .NET <c>$</c> also stands before a last line break: "US\n" would pass as a country and be too long for its column.</summary>
public sealed partial class PatternTests
{
    [Fact]
    public void Patterns_of_what_is_taken_end_where_the_text_does()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Ecommerce.sln")))
        {
            root = root.Parent ?? throw new InvalidOperationException("Ecommerce.sln is in no folder above.");
        }

        var sources = new[] { "services", "Ecommerce.ServiceDefaults" }
            .SelectMany(folder => root.GetDirectories(folder).Single().EnumerateFiles("*.cs", SearchOption.AllDirectories))
            .Where(file => !file.FullName.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        sources.Where(file => Loose().IsMatch(File.ReadAllText(file.FullName))).Select(file => file.Name).ShouldBeEmpty();
    }

    [GeneratedRegex("""(Matches|GeneratedRegex|Regex|RegularExpression)\([$@]*"[^"\r\n]*\$"[,)]""")]
    private static partial Regex Loose();
}
