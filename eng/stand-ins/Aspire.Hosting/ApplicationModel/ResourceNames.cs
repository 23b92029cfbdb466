namespace Aspire.Hosting.ApplicationModel;

/// <summary>The rule for names of resources and endpoints, as the real package keeps it.</summary>
internal static class ResourceNames
{
    internal static StringComparer Comparer => StringComparer.OrdinalIgnoreCase;

    internal static string Checked(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name.Length > 64)
        {
            throw new ArgumentException($"Resource name '{name}' is invalid. Name must be between 1 and 64 characters long.", nameof(name));
        }

        if (!char.IsAsciiLetter(name[0]) || name[^1] == '-' || name.Contains("--", StringComparison.Ordinal)
            || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            throw new ArgumentException($"Resource name '{name}' is invalid. Name must start with an ASCII letter and contain only ASCII letters, digits, and single hyphens, and must not end with one.", nameof(name));
        }

        return name;
    }

    /// <summary>A name as part of an environment variable: what is neither letter nor digit becomes an underscore.</summary>
    internal static string ForVariable(string name)
    {
        var encoded = string.Create(name.Length, name, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = char.IsAsciiLetterOrDigit(source[i]) ? source[i] : '_';
            }
        });
        return encoded.Length > 0 && char.IsAsciiDigit(encoded[0]) ? "_" + encoded : encoded;
    }
}
