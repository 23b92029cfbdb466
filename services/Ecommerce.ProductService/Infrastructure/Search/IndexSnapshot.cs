using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Ecommerce.ProductService.Infrastructure.Search;

/// <summary>The index at a moment, for as long as somebody reads it.</summary>
internal sealed class IndexSnapshot
{
    public IndexSnapshot(DirectoryReader reader, SegmentColumns[] columns, FacetDictionary.View facets)
    {
        Reader = reader;
        Columns = columns;
        Facets = facets;
        Searcher = new IndexSearcher(reader) { Similarity = new WeightSimilarity() };
    }

    public DirectoryReader Reader { get; }

    /// <summary>What words were read as so far: the dictionaries of all segments are looked into once for each.</summary>
    public ConcurrentDictionary<(string Word, bool MayBeUnfinished, int Mode), Query?> Words { get; } = new();

    public IndexSearcher Searcher { get; }

    /// <summary>By the segments' numbers.</summary>
    public SegmentColumns[] Columns { get; }

    public FacetDictionary.View Facets { get; }
}
