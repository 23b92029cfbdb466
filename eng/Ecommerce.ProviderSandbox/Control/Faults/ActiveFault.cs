namespace Ecommerce.ProviderSandbox.Control.Faults;

/// <summary>A rule at work, with its counters.</summary>
internal sealed class ActiveFault(FaultRule rule)
{
    private readonly Lock gate = new();
    private readonly Random random = rule.Seed is { } seed ? new Random(seed) : new Random();
    private int seen;
    private int hits;

    public FaultRule Rule { get; } = rule;

    public int Hits => Volatile.Read(ref hits);

    /// <summary>Counts a match, and says whether the rule strikes this time.</summary>
    public bool Strikes()
    {
        lock (gate)
        {
            if (hits >= (Rule.Count ?? int.MaxValue) || seen++ < (Rule.Skip ?? 0))
            {
                return false;
            }

            if (Rule.Probability is { } probability && random.NextDouble() >= probability)
            {
                return false;
            }

            hits++;
            return true;
        }
    }
}
