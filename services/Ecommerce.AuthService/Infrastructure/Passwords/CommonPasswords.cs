using System.Reflection;
using Ecommerce.AuthService.Application.Passwords;

namespace Ecommerce.AuthService.Infrastructure.Passwords;

/// <summary>The list in common-passwords.txt, whatever the case, and with digits and signs around it or letters written as digits.</summary>
internal sealed class CommonPasswords : ICommonPasswords
{
    private const string Resource = "common-passwords.txt";
    private const int ShortestRest = 4;

    private static readonly char[] Around = [.. "0123456789 !?.,;:-_+*#@$%&/()=[]{}<>|~^'\"\\"];

    private readonly HashSet<string> _known = Read();

    public bool Contains(string password)
    {
        var typed = password.ToLowerInvariant();
        var core = typed.Trim(Around);
        return core.Length < ShortestRest
            || new[] { typed, Plain(typed), core, Plain(core) }.Any(_known.Contains)
            || IsRepetition(typed)
            || IsRepetition(core);
    }

    // p4$$w0rd is password.
    private static string Plain(string password) => string.Create(password.Length, password, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = from[i] switch
            {
                '0' => 'o',
                '1' or '!' => 'i',
                '3' => 'e',
                '4' or '@' => 'a',
                '5' or '$' => 's',
                '7' => 't',
                var other => char.ToLowerInvariant(other),
            };
        }
    });

    // "abcabcabcabc" is "abc" and no longer.
    private static bool IsRepetition(string password) =>
        Enumerable.Range(1, Math.Min(6, password.Length / 2)).Any(length =>
            password.Length % length == 0 && string.Concat(Enumerable.Repeat(password[..length], password.Length / length)) == password);

    private static HashSet<string> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        using var reader = new StreamReader(stream);
        var known = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                known.Add(line);
            }
        }

        return known;
    }
}
