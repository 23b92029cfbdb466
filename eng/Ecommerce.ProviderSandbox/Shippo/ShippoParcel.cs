using System.Globalization;
using System.Text.Json;

namespace Ecommerce.ProviderSandbox.Shippo;

internal sealed record ShippoParcel(
    string Id, DateTimeOffset CreatedAt, decimal Length, decimal Width, decimal Height, string DistanceUnit, decimal Weight, string MassUnit, string? Metadata)
    : IShippoObject
{
    public decimal Kilograms => Weight * MassUnit switch
    {
        "g" => 0.001m,
        "oz" => 0.0283495m,
        "lb" => 0.453592m,
        _ => 1m,
    };

    public static ShippoParcel? Read(JsonElement item, string id, DateTimeOffset now, string at, ShippoProblems problems)
    {
        var distance = ShippoJson.Text(item, "distance_unit");
        var mass = ShippoJson.Text(item, "mass_unit");
        if (distance is not ("cm" or "in" or "ft" or "m" or "mm" or "yd"))
        {
            problems.Add(at, "distance_unit: This field must be one of cm, in, ft, m, mm, yd.");
        }

        if (mass is not ("g" or "kg" or "lb" or "oz"))
        {
            problems.Add(at, "mass_unit: This field must be one of g, kg, lb, oz.");
        }

        var (length, width, height, weight) = (Size("length"), Size("width"), Size("height"), Size("weight"));
        return problems.Any
            ? null
            : new(id, now, length, width, height, distance!, weight, mass!, ShippoJson.Text(item, "metadata"));

        decimal Size(string name)
        {
            if (decimal.TryParse(ShippoJson.Text(item, name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                && value is > 0 and < 1_000_000)
            {
                return value;
            }

            problems.Add(at, $"{name}: A valid number above zero is required.");
            return 0;
        }
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.Head(Id, CreatedAt);
        json.WriteString("object_state"u8, "VALID"u8);
        json.WriteString("length"u8, Number(Length));
        json.WriteString("width"u8, Number(Width));
        json.WriteString("height"u8, Number(Height));
        json.WriteString("distance_unit"u8, DistanceUnit);
        json.WriteString("weight"u8, Number(Weight));
        json.WriteString("mass_unit"u8, MassUnit);
        json.Optional("metadata", Metadata);
        json.WriteEndObject();
    }

    private static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
