using System.Buffers.Binary;
using System.Numerics;

namespace System.IO.Hashing;

/// <summary>XXH64 as its specification has it (Cyan4973/xxHash, doc/xxhash_spec.md). Hashes are written big-endian.</summary>
public sealed class XxHash64 : NonCryptographicHashAlgorithm
{
    private const int HashSize = sizeof(ulong);
    private const int StripeSize = 32;
    private const ulong Prime1 = 0x9E3779B185EBCA87;
    private const ulong Prime2 = 0xC2B2AE3D27D4EB4F;
    private const ulong Prime3 = 0x165667B19E3779F9;
    private const ulong Prime4 = 0x85EBCA77C2B2AE63;
    private const ulong Prime5 = 0x27D4EB2F165667C5;

    private readonly ulong _seed;
    private readonly byte[] _rest = new byte[StripeSize];
    private int _restLength;
    private ulong _length;
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    /// <summary>Makes a hash with seed 0.</summary>
    public XxHash64()
        : this(0)
    {
    }

    /// <summary>Makes a hash.</summary>
    public XxHash64(long seed)
        : base(HashSize)
    {
        _seed = (ulong)seed;
        Reset();
    }

    /// <summary>Hashes <paramref name="source" />.</summary>
    public static byte[] Hash(byte[] source) => Hash(source, seed: 0);

    /// <summary>Hashes <paramref name="source" />.</summary>
    public static byte[] Hash(byte[] source, long seed)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Hash(new ReadOnlySpan<byte>(source), seed);
    }

    /// <summary>Hashes <paramref name="source" />.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> source, long seed = 0)
    {
        var hash = new byte[HashSize];
        BinaryPrimitives.WriteUInt64BigEndian(hash, HashToUInt64(source, seed));
        return hash;
    }

    /// <summary>Hashes <paramref name="source" /> into <paramref name="destination" />.</summary>
    /// <exception cref="ArgumentException">There is too little room.</exception>
    public static int Hash(ReadOnlySpan<byte> source, Span<byte> destination, long seed = 0)
        => TryHash(source, destination, out var written, seed)
            ? written
            : throw new ArgumentException("Destination is too short.", nameof(destination));

    /// <summary>Hashes <paramref name="source" /> into <paramref name="destination" /> where there is room.</summary>
    public static bool TryHash(ReadOnlySpan<byte> source, Span<byte> destination, out int bytesWritten, long seed = 0)
    {
        bytesWritten = BinaryPrimitives.TryWriteUInt64BigEndian(destination, destination.Length < HashSize ? 0 : HashToUInt64(source, seed)) ? HashSize : 0;
        return bytesWritten == HashSize;
    }

    /// <summary>Hashes <paramref name="source" />.</summary>
    public static ulong HashToUInt64(ReadOnlySpan<byte> source, long seed = 0)
    {
        var hash = new XxHash64(seed);
        hash.Append(source);
        return hash.GetCurrentHashAsUInt64();
    }

    /// <inheritdoc />
    public override void Reset()
    {
        _restLength = 0;
        _length = 0;
        unchecked
        {
            _a = _seed + Prime1 + Prime2;
            _b = _seed + Prime2;
            _c = _seed;
            _d = _seed - Prime1;
        }
    }

    /// <inheritdoc />
    public override void Append(ReadOnlySpan<byte> source)
    {
        _length += (ulong)source.Length;
        if (_restLength > 0)
        {
            var taken = Math.Min(StripeSize - _restLength, source.Length);
            source[..taken].CopyTo(_rest.AsSpan(_restLength));
            _restLength += taken;
            source = source[taken..];
            if (_restLength < StripeSize)
            {
                return;
            }

            Stripe(_rest);
            _restLength = 0;
        }

        while (source.Length >= StripeSize)
        {
            Stripe(source);
            source = source[StripeSize..];
        }

        source.CopyTo(_rest);
        _restLength = source.Length;
    }

    /// <summary>Gets the hash of the data so far.</summary>
    public ulong GetCurrentHashAsUInt64()
    {
        unchecked
        {
            var hash = _length < StripeSize
                ? _seed + Prime5
                : Merge(Merge(Merge(Merge(
                    BitOperations.RotateLeft(_a, 1) + BitOperations.RotateLeft(_b, 7) + BitOperations.RotateLeft(_c, 12) + BitOperations.RotateLeft(_d, 18),
                    _a), _b), _c), _d);
            hash += _length;

            ReadOnlySpan<byte> rest = _rest.AsSpan(0, _restLength);
            while (rest.Length >= sizeof(ulong))
            {
                hash = (BitOperations.RotateLeft(hash ^ Round(0, BinaryPrimitives.ReadUInt64LittleEndian(rest)), 27) * Prime1) + Prime4;
                rest = rest[sizeof(ulong)..];
            }

            if (rest.Length >= sizeof(uint))
            {
                hash = (BitOperations.RotateLeft(hash ^ (BinaryPrimitives.ReadUInt32LittleEndian(rest) * Prime1), 23) * Prime2) + Prime3;
                rest = rest[sizeof(uint)..];
            }

            foreach (var value in rest)
            {
                hash = BitOperations.RotateLeft(hash ^ (value * Prime5), 11) * Prime1;
            }

            hash = (hash ^ (hash >> 33)) * Prime2;
            hash = (hash ^ (hash >> 29)) * Prime3;
            return hash ^ (hash >> 32);
        }
    }

    /// <inheritdoc />
    protected override void GetCurrentHashCore(Span<byte> destination)
        => BinaryPrimitives.WriteUInt64BigEndian(destination, GetCurrentHashAsUInt64());

    private static ulong Round(ulong accumulator, ulong lane)
        => unchecked(BitOperations.RotateLeft(accumulator + (lane * Prime2), 31) * Prime1);

    private static ulong Merge(ulong accumulator, ulong value)
        => unchecked(((accumulator ^ Round(0, value)) * Prime1) + Prime4);

    private void Stripe(ReadOnlySpan<byte> stripe)
    {
        _a = Round(_a, BinaryPrimitives.ReadUInt64LittleEndian(stripe));
        _b = Round(_b, BinaryPrimitives.ReadUInt64LittleEndian(stripe[8..]));
        _c = Round(_c, BinaryPrimitives.ReadUInt64LittleEndian(stripe[16..]));
        _d = Round(_d, BinaryPrimitives.ReadUInt64LittleEndian(stripe[24..]));
    }
}
