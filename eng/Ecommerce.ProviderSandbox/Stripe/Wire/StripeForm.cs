using System.Globalization;
using System.Text;

namespace Ecommerce.ProviderSandbox.Stripe.Wire;

/// <summary>
/// Form or query parameters in Stripe's bracket notation. Reads values by name and remembers the first thing that is
/// wrong, so a handler reads all it needs and then asks for <see cref="Problem"/> once.
/// </summary>
internal sealed class StripeForm
{
    private readonly List<KeyValuePair<string, string>> fields = [];

    public StripeError? Problem { get; private set; }

    public IReadOnlyList<KeyValuePair<string, string>> Fields => fields;

    public static StripeForm Parse(ReadOnlySpan<char> encoded)
    {
        var form = new StripeForm();
        foreach (var range in encoded.Split('&'))
        {
            var pair = encoded[range];
            if (!pair.IsEmpty)
            {
                var equals = pair.IndexOf('=');
                form.fields.Add(equals < 0
                    ? new(Decode(pair), "")
                    : new(Decode(pair[..equals]), Decode(pair[(equals + 1)..])));
            }
        }

        return form;
    }

    public static StripeForm Parse(ReadOnlySpan<byte> encoded) => Parse(Encoding.UTF8.GetString(encoded).AsSpan());

    public void Refuse(StripeError problem) => Problem ??= problem;

    public bool Has(string name) => Raw(name) is not null;

    /// <summary>The value as sent; an empty one unsets a field and reads as null.</summary>
    public string? Text(string name) => Raw(name) is { Length: > 0 } value ? value : null;

    public string? Required(string name)
    {
        var value = Text(name);
        if (value is null)
        {
            Refuse(StripeErrors.Missing(name));
        }

        return value;
    }

    public long? Integer(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        Refuse(StripeErrors.Invalid($"Invalid integer: {text}", name, "parameter_invalid_integer"));
        return null;
    }

    public bool? Boolean(string name)
    {
        switch (Text(name))
        {
            case null:
                return null;
            case "true" or "1":
                return true;
            case "false" or "0":
                return false;
            case var text:
                Refuse(StripeErrors.Invalid($"Invalid boolean: {text}", name, null));
                return null;
        }
    }

    public string? OneOf(string name, params ReadOnlySpan<string> allowed)
    {
        if (Text(name) is not { } text || allowed.Contains(text))
        {
            return Text(name);
        }

        var names = string.Join(", or ", allowed.ToArray());
        Refuse(StripeErrors.Invalid($"Invalid {name}: must be one of {names}", name, null));
        return null;
    }

    /// <summary>The metadata after an update: empty values take a key away, an empty whole takes all away.</summary>
    public StripeMetadata Metadata(StripeMetadata before)
    {
        var result = Raw("metadata") is "" ? StripeMetadata.Empty : before;
        foreach (var (name, value) in fields)
        {
            if (!name.StartsWith("metadata[", StringComparison.Ordinal) || !name.EndsWith(']'))
            {
                continue;
            }

            var key = name["metadata[".Length..^1];
            if (key.Length is 0 or > 40)
            {
                Refuse(StripeErrors.Invalid("Metadata keys must be 1 to 40 characters long.", name, null));
            }
            else if (value.Length > 500)
            {
                Refuse(StripeErrors.Invalid("Metadata values must be at most 500 characters long.", name, null));
            }

            result = value.Length == 0 ? result.Without(key) : result.With(key, value);
        }

        if (result.Count > 50)
        {
            Refuse(StripeErrors.Invalid("You can have up to 50 metadata keys.", "metadata", null));
        }

        return result;
    }

    private string? Raw(string name)
    {
        for (var index = fields.Count - 1; index >= 0; index--)
        {
            if (fields[index].Key == name)
            {
                return fields[index].Value;
            }
        }

        return null;
    }

    private static string Decode(ReadOnlySpan<char> text) =>
        text.ContainsAny('%', '+') ? Uri.UnescapeDataString(text.ToString().Replace('+', ' ')) : text.ToString();
}
