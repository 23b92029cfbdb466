using System.Text.Json;

namespace Ecommerce.ProviderSandbox.Stripe.Wire;

/// <summary>Which references of an object are written out whole (<c>expand[]</c>).</summary>
internal sealed class StripeExpansion
{
    private readonly string[] paths;
    private readonly Func<string, IStripeObject?> find;

    public StripeExpansion(string[] paths, Func<string, IStripeObject?> find)
    {
        this.paths = paths;
        this.find = find;
    }

    public static StripeExpansion None { get; } = new([], _ => null);

    public bool IsNone => paths.Length == 0;

    /// <summary>Writes the id, the whole object where that is asked for, or null.</summary>
    public void Reference(Utf8JsonWriter json, string name, string? id)
    {
        json.WritePropertyName(name);
        if (id is null)
        {
            json.WriteNullValue();
        }
        else if (paths.Length > 0 && IsAsked(name) && find(id) is { } whole)
        {
            whole.Write(json, Of(name));
        }
        else
        {
            json.WriteStringValue(id);
        }
    }

    public StripeExpansion Of(string name)
    {
        if (paths.Length == 0)
        {
            return this;
        }

        var prefix = name + ".";
        return new([.. paths.Where(path => path.StartsWith(prefix, StringComparison.Ordinal)).Select(path => path[prefix.Length..])], find);
    }

    private bool IsAsked(string name) => Array.Exists(paths, path =>
        path == name || (path.StartsWith(name, StringComparison.Ordinal) && path[name.Length] == '.'));
}
