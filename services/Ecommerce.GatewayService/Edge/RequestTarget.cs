namespace Ecommerce.GatewayService.Edge;

/// <summary>Says which request targets could mean one thing here and another to a service.</summary>
internal static class RequestTarget
{
    /// <summary>Whether the target's path is what it looks like: no dot segments, empty segments, backslashes, nor any of these encoded, once or twice.</summary>
    /// <param name="target">The request target as it was sent.</param>
    public static bool IsPlain(ReadOnlySpan<char> target)
    {
        var path = target.IndexOf('?') is >= 0 and var query ? target[..query] : target;
        if (path.IndexOf("://") is > 0 and var scheme)
        {
            var authority = path[(scheme + 3)..];
            path = authority.IndexOf('/') is >= 0 and var slash ? authority[slash..] : "/";
        }

        if (path.IndexOfAny('\\', '#') >= 0)
        {
            return false;
        }

        for (var i = 0; i < path.Length; i++)
        {
            var isRefused = path[i] switch
            {
                '/' => i + 1 < path.Length && path[i + 1] is '/' or '.' && (path[i + 1] == '/' || IsDotSegment(path[(i + 1)..])),
                '%' => !IsHarmless(path[(i + 1)..]),
                <= ' ' or '\x7f' => true,
                _ => false,
            };
            if (isRefused)
            {
                return false;
            }
        }

        return true;
    }

    // "..;" is two dots to some servers.
    private static bool IsDotSegment(ReadOnlySpan<char> rest)
    {
        var dots = rest.Length - rest.TrimStart('.').Length;
        return dots <= 2 && (dots == rest.Length || rest[dots] is '/' or ';');
    }

    // What no path needs encoded, and what is encoded twice.
    private static bool IsHarmless(ReadOnlySpan<char> digits) =>
        digits.Length >= 2 && char.IsAsciiHexDigit(digits[0]) && char.IsAsciiHexDigit(digits[1])
        && Convert.FromHexString(digits[..2])[0] is > 0x1f and not ((byte)'.' or (byte)'/' or (byte)'\\' or (byte)'%' or 0x7f);
}
