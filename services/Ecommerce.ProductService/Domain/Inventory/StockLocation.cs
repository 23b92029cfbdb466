using System.Text.RegularExpressions;

namespace Ecommerce.ProductService.Domain.Inventory;

/// <summary>A place that goods are kept at and sent from: a warehouse, a shop.</summary>
internal sealed partial class StockLocation
{
    /// <summary>So many that no list of them needs pages.</summary>
    public const int Most = 100;

    private StockLocation()
    {
    }

    /// <summary>Its name in addresses and in the ledger; never changed.</summary>
    public string Code { get; private init; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The lower, the sooner it serves an order.</summary>
    public int Priority { get; private set; }

    /// <summary>Whether what it has can be sold.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Whether some of its levels still have to learn that it opened or closed.</summary>
    public bool LevelsPending { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public int Version { get; private set; }

    public static StockLocation Open(string code, string name, int priority, DateTimeOffset now) =>
        new() { Code = code, Name = name, Priority = priority, IsActive = true, CreatedAt = now, Version = 1 };

    public static bool IsCode(string? code) => code is not null && CodePattern().IsMatch(code);

    /// <summary>Its levels follow afterwards, some at a time: a million of them in one transaction would stop the shop.</summary>
    public void Change(string name, int priority, bool isActive)
    {
        Name = name;
        Priority = priority;
        LevelsPending |= IsActive != isActive;
        IsActive = isActive;
        Version++;
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,31}\z")]
    private static partial Regex CodePattern();
}
