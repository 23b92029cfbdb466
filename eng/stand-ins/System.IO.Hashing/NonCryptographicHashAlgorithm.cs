namespace System.IO.Hashing;

/// <summary>A hash that is fast and not for security.</summary>
public abstract class NonCryptographicHashAlgorithm
{
    /// <summary>Sets the length.</summary>
    protected NonCryptographicHashAlgorithm(int hashLengthInBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hashLengthInBytes, 1);
        HashLengthInBytes = hashLengthInBytes;
    }

    /// <summary>The length of a hash in bytes.</summary>
    public int HashLengthInBytes { get; }

    /// <summary>Takes in more data.</summary>
    public abstract void Append(ReadOnlySpan<byte> source);

    /// <summary>Forgets the data.</summary>
    public abstract void Reset();

    /// <summary>Writes the hash of the data so far.</summary>
    protected abstract void GetCurrentHashCore(Span<byte> destination);

    /// <summary>Takes in more data.</summary>
    public void Append(byte[] source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Append(new ReadOnlySpan<byte>(source));
    }

    /// <summary>Gets the hash of the data so far.</summary>
    public byte[] GetCurrentHash()
    {
        var hash = new byte[HashLengthInBytes];
        GetCurrentHashCore(hash);
        return hash;
    }

    /// <summary>Writes the hash of the data so far.</summary>
    /// <exception cref="ArgumentException">There is too little room.</exception>
    public int GetCurrentHash(Span<byte> destination)
    {
        if (destination.Length < HashLengthInBytes)
        {
            throw new ArgumentException("Destination is too short.", nameof(destination));
        }

        GetCurrentHashCore(destination[..HashLengthInBytes]);
        return HashLengthInBytes;
    }

    /// <summary>Gets the hash of the data so far and forgets the data.</summary>
    public byte[] GetHashAndReset()
    {
        var hash = GetCurrentHash();
        Reset();
        return hash;
    }
}
