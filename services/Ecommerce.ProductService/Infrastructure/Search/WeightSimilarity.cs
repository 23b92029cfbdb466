using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;

namespace Ecommerce.ProductService.Infrastructure.Search;

/// <summary>
/// A word counts what it weighs in the product, and no statistics of the whole index change that: a product's score stays the same while
/// others come and go, so that pages by score neither repeat nor miss one.
/// </summary>
internal sealed class WeightSimilarity : DefaultSimilarity
{
    public override float Coord(int overlap, int maxOverlap) => 1;

    public override float QueryNorm(float sumOfSquaredWeights) => 1;

    public override float Tf(float freq) => freq;

    public override float Idf(long docFreq, long numDocs) => 1;

    public override float LengthNorm(FieldInvertState state) => state.Boost;
}
