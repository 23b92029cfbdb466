using System.Collections.Frozen;

namespace Ecommerce.ProviderSandbox.Stripe.Wire;

/// <summary>A route: what it returns (for <c>expand</c>), what it accepts, and what it does.</summary>
internal sealed class StripeEndpoint(string kind, string[] parameters, Func<StripeRequest, StripeAnswer> handle, bool isList = false)
{
    private readonly FrozenSet<string> known = parameters.Where(name => !name.EndsWith("[*]", StringComparison.Ordinal)).ToFrozenSet();
    private readonly string[] open = [.. parameters.Where(name => name.EndsWith("[*]", StringComparison.Ordinal)).Select(name => name[..^3])];

    public StripeAnswer Handle(StripeRequest request) => handle(request);

    /// <summary>Refuses what Stripe does not know.</summary>
    public void Check(StripeForm form)
    {
        foreach (var (name, value) in form.Fields)
        {
            if (IsExpand(name))
            {
                if (StripeExpandable.Problem(kind, isList, value) is { } part)
                {
                    form.Refuse(StripeErrors.Invalid($"This property cannot be expanded ({part}).", "expand", null));
                }
            }
            else if (!known.Contains(name) && !IsOpen(name))
            {
                form.Refuse(StripeErrors.Unknown(name));
            }
        }
    }

    public static string[] Expansions(StripeForm form) =>
        [.. form.Fields.Where(field => IsExpand(field.Key)).Select(field => field.Value)];

    private static bool IsExpand(string name) => name.StartsWith("expand[", StringComparison.Ordinal) || name == "expand";

    private bool IsOpen(string name)
    {
        foreach (var root in open)
        {
            if (name.StartsWith(root, StringComparison.Ordinal) && (name.Length == root.Length || name[root.Length] == '['))
            {
                return true;
            }
        }

        return false;
    }
}
