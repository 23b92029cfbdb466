using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Ecommerce.ProductService.Infrastructure.Search;

/// <summary>
/// Reads what somebody typed. Every word has to be met, by itself or its plural, the last one also by what it may be the beginning of. A word
/// that no product has is taken for a typing error; where nothing is found, every word is. An article's number or barcode comes before all.
/// </summary>
internal static class TextQuery
{
    /// <summary>As typed, with errors forgiven where a word is unknown.</summary>
    public const int Plain = 0;

    /// <summary>With errors forgiven everywhere.</summary>
    public const int Forgiving = 1;

    private const float CodeBoost = 1_000_000;
    private const float PrefixBoost = 0.7f;
    private const float ErrorBoost = 0.5f;
    private const int ShortestPrefix = 2;
    private const int MostPrefixes = 40;
    private const int MostErrors = 20;
    private const int MostWords = 10;
    private const int MostKnownWords = 20_000;

    /// <returns>Null where no product can be met.</returns>
    public static Query? Of(string text, int mode, IndexSnapshot snapshot)
    {
        var reader = snapshot.Reader;
        var words = WordsOf(text, mode, snapshot);
        var code = new Term(Fields.Code, ProductDocument.CodeOf(text));
        if (reader.DocFreq(code) == 0)
        {
            return words;
        }

        var byCode = new TermQuery(code) { Boost = CodeBoost };
        return words is null ? byCode : new BooleanQuery(disableCoord: true) { { byCode, Occur.SHOULD }, { words, Occur.SHOULD } };
    }

    private static Query? WordsOf(string text, int mode, IndexSnapshot snapshot)
    {
        var words = Words.Of(text).Take(MostWords).ToList();
        var all = new BooleanQuery(disableCoord: true);
        for (var index = 0; index < words.Count; index++)
        {
            if (AlternativesOf(words[index], index == words.Count - 1, mode, snapshot) is not { } alternatives)
            {
                return null;
            }

            all.Add(alternatives, Occur.MUST);
        }

        return all.Clauses.Count switch
        {
            0 => null,
            1 => all.Clauses[0].Query,
            _ => all,
        };
    }

    private static Query? AlternativesOf(string word, bool mayBeUnfinished, int mode, IndexSnapshot snapshot)
    {
        if (snapshot.Words.TryGetValue((word, mayBeUnfinished, mode), out var known))
        {
            return known;
        }

        var found = LookUp(word, mayBeUnfinished, mode, snapshot.Reader);
        if (snapshot.Words.Count < MostKnownWords)
        {
            snapshot.Words[(word, mayBeUnfinished, mode)] = found;
        }

        return found;
    }

    private static Query? LookUp(string word, bool mayBeUnfinished, int mode, IndexReader reader)
    {
        var alternatives = new List<Query>();
        var exact = new Term(Fields.Text, Words.Stem(word));
        if (reader.DocFreq(exact) > 0)
        {
            alternatives.Add(At(exact, reader, 1));
        }

        if (mayBeUnfinished && word.Length >= ShortestPrefix && MultiFields.GetTerms(reader, Fields.Text) is { } terms)
        {
            alternatives.AddRange(Beginning(word, terms).Where(term => !term.Equals(exact)).Select(term => At(term, reader, PrefixBoost)));
        }

        if ((alternatives.Count == 0 || mode == Forgiving) && EditsOf(word, mode) is > 0 and var edits)
        {
            var errors = new FuzzyQuery(new Term(Fields.Text, word), edits, prefixLength: 1, maxExpansions: MostErrors, transpositions: true).Rewrite(reader);
            if (errors is BooleanQuery { Clauses.Count: > 0 } or (not BooleanQuery))
            {
                errors.Boost = ErrorBoost;
                alternatives.Add(errors);
            }
        }

        return alternatives switch
        {
            [] => null,
            [var one] => one,
            _ => new DisjunctionMaxQuery(alternatives, 0),
        };
    }

    // With its place in each segment's dictionary.
    private static TermQuery At(Term term, IndexReader reader, float boost) => new(term, TermContext.Build(reader.Context, term)) { Boost = boost };

    private static int EditsOf(string word, int mode) => word switch
    {
        { Length: < 3 } => 0,
        _ when word.Any(char.IsDigit) => 0,
        { Length: < 5 } => 1,
        _ => mode == Forgiving || word.Length > 7 ? 2 : 1,
    };

    private static List<Term> Beginning(string prefix, Terms terms)
    {
        var found = new List<Term>();
        var all = terms.GetEnumerator();
        var bytes = new BytesRef(prefix);
        if (all.SeekCeil(bytes) == TermsEnum.SeekStatus.END)
        {
            return found;
        }

        do
        {
            if (!StringHelper.StartsWith(all.Term, bytes))
            {
                break;
            }

            found.Add(new Term(Fields.Text, BytesRef.DeepCopyOf(all.Term)));
        }
        while (found.Count < MostPrefixes && all.MoveNext());

        return found;
    }
}
