namespace Ecommerce.AuthService.Domain;

internal static class Texts
{
    /// <summary>The beginning of a text that others write, without half a character at its end.</summary>
    public static string Cut(this string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
}
