using System.Text;

namespace StackExchange.Redis.Protocol;

/// <summary>An answer of the server.</summary>
internal readonly struct Resp
{
    private readonly object? _object;

    public Resp(ResultType type, byte[]? value)
    {
        Type = type;
        _object = value;
    }

    public Resp(long value)
    {
        Type = ResultType.Integer;
        Integer = value;
    }

    public Resp(Resp[]? items)
    {
        Type = ResultType.Array;
        _object = items;
    }

    public ResultType Type { get; }

    public long Integer { get; }

    public bool IsNull => Type != ResultType.Integer && _object is null;

    public bool IsError => Type == ResultType.Error;

    public byte[]? Bytes => _object as byte[];

    public Resp[]? Items => _object as Resp[];

    public string Text => Bytes is { } bytes ? Encoding.UTF8.GetString(bytes) : string.Empty;

    public bool Is(ReadOnlySpan<byte> text) => Bytes is { } bytes && bytes.AsSpan().SequenceEqual(text);

    public RedisValue Value => Type switch
    {
        ResultType.Integer => Integer,
        ResultType.Array => Items is [var only] ? only.Value : throw new InvalidCastException("The answer is an array."),
        _ => Bytes,
    };
}
