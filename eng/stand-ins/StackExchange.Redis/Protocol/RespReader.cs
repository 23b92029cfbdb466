using System.Buffers;
using System.Buffers.Text;

namespace StackExchange.Redis.Protocol;

/// <summary>Reads RESP2 answers out of a buffer; an answer that is not there whole is left for the next time.</summary>
internal static class RespReader
{
    private const int DeepestNesting = 64;

    public static bool TryRead(ref ReadOnlySequence<byte> buffer, out Resp answer)
    {
        var reader = new SequenceReader<byte>(buffer);
        if (!TryRead(ref reader, out answer, depth: 0))
        {
            return false;
        }

        buffer = buffer.Slice(reader.Position);
        return true;
    }

    private static bool TryRead(ref SequenceReader<byte> reader, out Resp answer, int depth)
    {
        answer = default;
        if (depth > DeepestNesting)
        {
            throw new InvalidDataException("The answer is nested too deeply.");
        }

        if (!reader.TryReadTo(out ReadOnlySequence<byte> line, "\r\n"u8))
        {
            return false;
        }

        if (line.IsEmpty)
        {
            throw new InvalidDataException("The answer has an empty line.");
        }

        var rest = line.Slice(1);
        switch (line.FirstSpan[0])
        {
            case (byte)'+':
                answer = new Resp(ResultType.SimpleString, rest.ToArray());
                return true;
            case (byte)'-':
                answer = new Resp(ResultType.Error, rest.ToArray());
                return true;
            case (byte)':':
                answer = new Resp(Number(rest));
                return true;
            case (byte)'$':
                return TryReadBulk(ref reader, Number(rest), out answer);
            case (byte)'*':
                return TryReadArray(ref reader, Number(rest), out answer, depth);
            default:
                throw new InvalidDataException($"The answer begins with 0x{line.FirstSpan[0]:X2}, which is not RESP2.");
        }
    }

    private static bool TryReadBulk(ref SequenceReader<byte> reader, long length, out Resp answer)
    {
        answer = default;
        if (length < 0)
        {
            answer = new Resp(ResultType.BulkString, value: null);
            return true;
        }

        if (reader.Remaining < length + 2)
        {
            return false;
        }

        var bytes = new byte[length];
        reader.TryCopyTo(bytes);
        reader.Advance(length + 2);
        answer = new Resp(ResultType.BulkString, bytes);
        return true;
    }

    private static bool TryReadArray(ref SequenceReader<byte> reader, long count, out Resp answer, int depth)
    {
        answer = default;
        if (count < 0)
        {
            answer = new Resp(items: null);
            return true;
        }

        // Each item takes at least three bytes; no room is made for items that cannot be there yet.
        if (count * 3 > reader.Remaining)
        {
            return false;
        }

        var items = new Resp[count];
        for (var i = 0; i < items.Length; i++)
        {
            if (!TryRead(ref reader, out items[i], depth + 1))
            {
                return false;
            }
        }

        answer = new Resp(items);
        return true;
    }

    private static long Number(in ReadOnlySequence<byte> text)
    {
        var bytes = text.IsSingleSegment ? text.FirstSpan : text.ToArray();
        return Utf8Parser.TryParse(bytes, out long number, out var used) && used == bytes.Length
            ? number
            : throw new InvalidDataException("The answer has a malformed number.");
    }
}
