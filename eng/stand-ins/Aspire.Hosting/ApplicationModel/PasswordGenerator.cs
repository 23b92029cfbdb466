using System.Security.Cryptography;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Passwords of the real package's alphabet: no letters that are mistaken for others, no characters that shells or URIs trip over.</summary>
internal static class PasswordGenerator
{
    private const string Lowers = "abcdefghjkmnpqrstuvwxyz";
    private const string Uppers = "ABCDEFGHJKMNPQRSTUVWXYZ";
    private const string Digits = "0123456789";
    private const string Specials = "-_.{}~()*+!";

    internal static string Generate(GenerateParameterDefault rules)
    {
        (bool On, string Alphabet, int Min)[] classes =
        [
            (rules.Lower, Lowers, rules.MinLower), (rules.Upper, Uppers, rules.MinUpper),
            (rules.Numeric, Digits, rules.MinNumeric), (rules.Special, Specials, rules.MinSpecial),
        ];
        var chosen = classes.Where(c => c.On).SelectMany(c => RandomNumberGenerator.GetItems<char>(c.Alphabet, c.Min)).ToList();
        var all = string.Concat(classes.Where(c => c.On).Select(c => c.Alphabet));
        if (all.Length == 0)
        {
            throw new ArgumentException("At least one of lower, upper, numeric and special has to be allowed.", nameof(rules));
        }

        chosen.AddRange(RandomNumberGenerator.GetItems<char>(all, Math.Max(0, rules.MinLength - chosen.Count)));
        var shuffled = chosen.ToArray();
        RandomNumberGenerator.Shuffle(shuffled.AsSpan());
        return new string(shuffled);
    }
}
