using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Ecommerce.ProductService.Infrastructure.Search;

/// <summary>Gives the index each word as often as it weighs: its frequency there is the weight of the best text that it is in.</summary>
internal sealed class WordStream : TokenStream
{
    private readonly ICharTermAttribute _term;
    private readonly Dictionary<string, int> _weights = new(StringComparer.Ordinal);
    private Dictionary<string, int>.Enumerator _words;
    private int _left;

    public WordStream() => _term = AddAttribute<ICharTermAttribute>();

    public void Clear() => _weights.Clear();

    public void Add(string text, int weight)
    {
        foreach (var word in Words.Of(text))
        {
            Put(word, weight);
            if (Words.Stem(word) is var stem && stem != word)
            {
                Put(stem, weight);
            }
        }
    }

    public override void Reset()
    {
        base.Reset();
        _words = _weights.GetEnumerator();
        _left = 0;
    }

    public override bool IncrementToken()
    {
        if (_left == 0)
        {
            if (!_words.MoveNext())
            {
                return false;
            }

            _left = _words.Current.Value;
        }

        _left--;
        ClearAttributes();
        _term.SetEmpty().Append(_words.Current.Key);
        return true;
    }

    private void Put(string word, int weight)
    {
        if (!_weights.TryGetValue(word, out var known) || known < weight)
        {
            _weights[word] = weight;
        }
    }
}
