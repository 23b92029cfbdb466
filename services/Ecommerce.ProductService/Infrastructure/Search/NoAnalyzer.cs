using Lucene.Net.Analysis;

namespace Ecommerce.ProductService.Infrastructure.Search;

/// <summary>The index's writer asks for one; <see cref="Words"/> does its work.</summary>
internal sealed class NoAnalyzer : Analyzer
{
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) =>
        throw new InvalidOperationException($"The field {fieldName} has its words already.");
}
