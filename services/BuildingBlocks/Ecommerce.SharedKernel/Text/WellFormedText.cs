using System.Text;

namespace Ecommerce.SharedKernel.Text;

/// <summary>
/// The text that the platform accepts as input, from whatever source: Unicode that can be normalized, stored and displayed. It excludes lone
/// surrogates, noncharacters (such as U+FFFE and U+FDD0; Unicode 16, section 23.7) and control characters other than tab and line breaks.
/// </summary>
public static class WellFormedText
{
    private const char Replacement = '\uFFFD';

    /// <summary>Whether a text is accepted.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        // Most texts are printable ASCII only.
        var start = text.IndexOfAnyExceptInRange(' ', '~');
        if (start < 0)
        {
            return true;
        }

        for (var rest = text[start..]; !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != System.Buffers.OperationStatus.Done || !IsAccepted(rune))
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }

    /// <summary>The text with U+FFFD in place of every character that is not accepted, for text that was stored before this rule existed.</summary>
    public static string Repair(string text)
    {
        if (IsWellFormed(text))
        {
            return text;
        }

        var repaired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            repaired.Append(IsAccepted(rune) ? rune.ToString() : Replacement.ToString());
        }

        return repaired.ToString();
    }

    private static bool IsAccepted(Rune rune) =>
        !(Rune.IsControl(rune) && rune.Value is not ('\t' or '\n' or '\r'))
        && (rune.Value & 0xFFFE) != 0xFFFE
        && rune.Value is not (>= 0xFDD0 and <= 0xFDEF);
}
