using System.Diagnostics;

namespace Ecommerce.Testing.Probing;

/// <summary>Waits for what happens later, up to a deadline.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Asks until the condition holds.</summary>
    /// <exception cref="TimeoutException">It did not hold before the deadline.</exception>
    public static async Task HoldsAsync(Func<Task<bool>> condition, string what, TimeSpan? patience = null)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > (patience ?? Patience))
            {
                throw new TimeoutException($"This did not come true within {(patience ?? Patience).TotalSeconds:F0} s: {what}.");
            }

            await Task.Delay(50);
        }
    }

    /// <summary>Asks until there is a value that fits.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T>> ask, Func<T, bool> fits, string what, TimeSpan? patience = null)
    {
        T value = default!;
        await HoldsAsync(async () => fits(value = await ask()), what, patience);
        return value;
    }

    /// <summary>Asks until there is a value.</summary>
    /// <returns>Null where there was none before the deadline.</returns>
    public static async Task<T?> TryGetAsync<T>(Func<Task<T?>> ask, TimeSpan patience)
        where T : class
    {
        T? value = null;
        try
        {
            await HoldsAsync(async () => (value = await ask()) is not null, "there is a value", patience);
        }
        catch (TimeoutException)
        {
        }

        return value;
    }
}
