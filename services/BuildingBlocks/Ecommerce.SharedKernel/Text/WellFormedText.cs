using System.Text;

namespace Ecommerce.SharedKernel.Text;

/// <summary>
/// Which text is taken in, wherever it comes from: Unicode that can be normalized, stored and shown. Not taken are halves of surrogate pairs,
/// noncharacters (U+FFFE, U+FDD0 and their like, Unicode 16 section 23.7) and control characters other than tab and line breaks.
/// </summary>
public static class WellFormedText
{
    private const char Replacement = '\uFFFD';

    /// <summary>Whether a text is taken in.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        // Nearly every text is printable ASCII from its beginning to its end.
        var start = text.IndexOfAnyExceptInRange(' ', '~');
        if (start < 0)
        {
            return true;
        }

        for (var rest = text[start..]; !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != System.Buffers.OperationStatus.Done || !IsTaken(rune))
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }

    /// <summary>The text with U+FFFD in place of everything that is not taken in: for what was stored before the rule held.</summary>
    public static string Repair(string text)
    {
        if (IsWellFormed(text))
        {
            return text;
        }

        var repaired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            repaired.Append(IsTaken(rune) ? rune.ToString() : Replacement.ToString());
        }

        return repaired.ToString();
    }

    private static bool IsTaken(Rune rune) =>
        !(Rune.IsControl(rune) && rune.Value is not ('\t' or '\n' or '\r'))
        && (rune.Value & 0xFFFE) != 0xFFFE
        && rune.Value is not (>= 0xFDD0 and <= 0xFDEF);
}
