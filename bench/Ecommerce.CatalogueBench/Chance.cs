namespace Ecommerce.CatalogueBench;

/// <summary>Numbers that look like chance and follow from a seed (SplitMix64): the same on every machine and in every version of .NET.</summary>
internal struct Chance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Of one thing among many: what is made of it does not depend on how many there are.</summary>
    public static Chance Of(int seed, int number) => new(((ulong)(uint)seed << 32) | (uint)number);

    public int Below(int bound)
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)bound);
    }

    public T Among<T>(IReadOnlyList<T> things) => things[Below(things.Count)];
}
