using System.Globalization;
using Ecommerce.SharedKernel.Domain;

namespace Ecommerce.ProductService.Domain.Catalogue;

/// <summary>Something that can be said of products, with the type of what is said.</summary>
internal sealed class AttributeDefinition : AggregateRoot<Guid>
{
    private AttributeDefinition()
    {
    }

    private AttributeDefinition(Guid id)
        : base(id)
    {
    }

    /// <summary>Its name in data and queries; never changes.</summary>
    public string Code { get; private init; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Never changes: values of another type would be there already.</summary>
    public AttributeType Type { get; private init; }

    public string? Unit { get; private set; }

    /// <summary>What a choice is among.</summary>
    public string[] Choices { get; private set; } = [];

    public bool IsFilterable { get; private set; }

    public int Position { get; private set; }

    public static AttributeDefinition Of(
        Guid id, string code, AttributeType type, string name, string? unit, string[] choices, bool isFilterable, int position) =>
        new(id) { Code = code, Type = type, Name = name, Unit = unit, Choices = choices, IsFilterable = isFilterable, Position = position };

    public void Change(string name, string? unit, string[] choices, bool isFilterable, int position)
    {
        (Name, Unit, Choices, IsFilterable, Position) = (name, unit, choices, isFilterable, position);
        Touch();
    }

    /// <summary>Whether a value, as it is kept, is one of this attribute.</summary>
    public bool Takes(string value) => Type switch
    {
        AttributeType.Text => value.Length is > 0 and <= 200,
        AttributeType.Number => value.Length <= 30 && decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _),
        AttributeType.Boolean => value is "true" or "false",
        AttributeType.Choice => Choices.Contains(value),
        _ => throw new InvalidOperationException($"There is no type {Type}."),
    };
}
