using System.Buffers.Text;
using System.Text;

namespace StackExchange.Redis.Protocol;

/// <summary>Writes commands as RESP arrays into a buffer that grows and is used again.</summary>
internal sealed class RespWriter
{
    private const int Largest = 1 << 20;

    private byte[] _buffer = new byte[16 * 1024];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, Length);

    public void Clear()
    {
        Length = 0;
        if (_buffer.Length > Largest)
        {
            _buffer = new byte[16 * 1024];
        }
    }

    public void Header(int count) => Line((byte)'*', count);

    public void Bulk(ReadOnlySpan<byte> value)
    {
        Line((byte)'$', value.Length);
        var room = Room(value.Length + 2);
        value.CopyTo(room);
        End(room, value.Length);
    }

    public void Bulk(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        Line((byte)'$', length);
        var room = Room(length + 2);
        Encoding.UTF8.GetBytes(value, room);
        End(room, length);
    }

    public void Bulk(long value)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(value, digits, out var length);
        Bulk(digits[..length]);
    }

    private void Line(byte prefix, int number)
    {
        var room = Room(14);
        room[0] = prefix;
        Utf8Formatter.TryFormat(number, room[1..], out var length);
        End(room, length + 1);
    }

    private void End(Span<byte> room, int length)
    {
        room[length] = (byte)'\r';
        room[length + 1] = (byte)'\n';
        Length += length + 2;
    }

    private Span<byte> Room(int size)
    {
        if (_buffer.Length - Length < size)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, Length + size));
        }

        return _buffer.AsSpan(Length);
    }
}
