using System.Globalization;
using System.Text;
using Ecommerce.SharedKernel.Text;

namespace Ecommerce.ProductService.Infrastructure.Search;

/// <summary>Takes texts apart: runs of letters and digits, small, without accents. The same for what is indexed and what is asked.</summary>
internal static class Words
{
    private const int Longest = 40;

    private static readonly HashSet<string> Stops = new(StringComparer.Ordinal)
    {
        "a", "an", "and", "are", "as", "at", "be", "by", "for", "if", "in", "into", "is", "it", "no", "of", "on", "or", "such", "that", "the", "their", "then", "there",
        "these", "they", "this", "to", "was", "will", "with",
    };

    /// <summary>The words of a text in order, without those that every text has.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var word = new StringBuilder();
        foreach (var c in Ascii.IsValid(text) ? text : WellFormedText.Repair(text).Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
            {
                if (word.Length < Longest)
                {
                    word.Append(char.ToLowerInvariant(c));
                }
            }
            else if (c is not '\'' and not '’' && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                var whole = word.ToString();
                word.Clear();
                if (!Stops.Contains(whole))
                {
                    yield return whole;
                }
            }
        }

        if (word.Length > 0 && !Stops.Contains(word.ToString()))
        {
            yield return word.ToString();
        }
    }

    /// <summary>The singular of an English plural, roughly (Harman's S-stemmer): what both have in common is enough.</summary>
    public static string Stem(string word) => word switch
    {
        { Length: <= 3 } => word,
        _ when word.EndsWith("ies", StringComparison.Ordinal) && word[^4] is not ('e' or 'a') => word[..^3] + "y",
        _ when word.EndsWith("es", StringComparison.Ordinal) && word[^3] is 'x' or 's' or 'z' or 'h' => word[..^2],
        _ when word[^1] == 's' && word[^2] is not ('u' or 's') => word[..^1],
        _ => word,
    };
}
