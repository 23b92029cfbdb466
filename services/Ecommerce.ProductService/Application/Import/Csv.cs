using System.Text;

namespace Ecommerce.ProductService.Application.Import;

/// <summary>Records of RFC 4180 in UTF-8, by byte positions, so that reading can go on at any record.</summary>
internal static class Csv
{
    /// <summary>Where a record ends.</summary>
    /// <returns>The length with its line break; -1 where the bytes do not hold a whole one.</returns>
    public static int RecordLength(ReadOnlySpan<byte> bytes)
    {
        var isQuoted = false;
        for (var at = 0; at < bytes.Length;)
        {
            var next = isQuoted ? bytes[at..].IndexOf((byte)'"') : bytes[at..].IndexOfAny((byte)'"', (byte)'\n');
            if (next < 0)
            {
                return -1;
            }

            at += next + 1;
            if (bytes[at - 1] == '\n')
            {
                return at;
            }

            isQuoted = !isQuoted;
        }

        return -1;
    }

    /// <summary>Takes a record apart.</summary>
    /// <exception cref="FormatException">A quote is not closed, or in the middle of a field.</exception>
    public static void Split(ReadOnlySpan<byte> record, List<string> fields)
    {
        fields.Clear();
        record = record.TrimEnd("\r\n"u8);
        while (true)
        {
            if (record.Length > 0 && record[0] == '"')
            {
                var end = 1;
                while (true)
                {
                    var quote = record[end..].IndexOf((byte)'"');
                    if (quote < 0)
                    {
                        throw new FormatException("A quote is not closed.");
                    }

                    end += quote + 1;
                    if (end == record.Length || record[end] != '"')
                    {
                        break;
                    }

                    end++;
                }

                var text = Encoding.UTF8.GetString(record[1..(end - 1)]);
                fields.Add(text.Contains('"', StringComparison.Ordinal) ? text.Replace("\"\"", "\"", StringComparison.Ordinal) : text);
                if (end == record.Length)
                {
                    return;
                }

                if (record[end] != ',')
                {
                    throw new FormatException("A quote ends in the middle of a field.");
                }

                record = record[(end + 1)..];
            }
            else
            {
                var comma = record.IndexOf((byte)',');
                fields.Add(Encoding.UTF8.GetString(comma < 0 ? record : record[..comma]));
                if (comma < 0)
                {
                    return;
                }

                record = record[(comma + 1)..];
            }
        }
    }

    /// <summary>Writes a field, in quotes where it needs them.</summary>
    public static void Write(StringBuilder output, string? field, bool isFirst)
    {
        if (!isFirst)
        {
            output.Append(',');
        }

        if (string.IsNullOrEmpty(field))
        {
            return;
        }

        if (field.AsSpan().ContainsAny("\",\r\n"))
        {
            output.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        else
        {
            output.Append(field);
        }
    }
}
