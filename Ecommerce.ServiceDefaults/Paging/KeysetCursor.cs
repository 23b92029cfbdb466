using System.Buffers.Text;
using System.Text.Json;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ServiceDefaults.Paging;

/// <summary>An opaque cursor over the sort key of a page's last item, so that inserts shift nothing.</summary>
public static class KeysetCursor
{
    /// <summary>Writes a cursor.</summary>
    /// <typeparam name="TKey">A small record: the sort key with the id as its last part.</typeparam>
    public static string Write<TKey>(TKey key) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(key));

    /// <summary>Reads a cursor.</summary>
    /// <returns>The key; null where no cursor was given; a refusal where it is none of ours.</returns>
    public static Result<TKey?> Read<TKey>(string? cursor)
        where TKey : class
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return (TKey?)null;
        }

        try
        {
            return JsonSerializer.Deserialize<TKey>(Base64Url.DecodeFromChars(cursor));
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            return Error.InvalidField("cursor", "The cursor is not one that this list gave.");
        }
    }

    /// <summary>Makes a page of one item more than asked for: the extra one only tells that there is a next page.</summary>
    public static Page<T> ToPage<T, TKey>(IReadOnlyList<T> oneMore, int size, Func<T, TKey> key) => oneMore.Count <= size
        ? new Page<T>(oneMore, null)
        : new Page<T>([.. oneMore.Take(size)], Write(key(oneMore[size - 1])));
}
