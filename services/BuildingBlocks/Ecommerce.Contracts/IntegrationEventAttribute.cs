namespace Ecommerce.Contracts;

/// <summary>The name of an event on the wire: <c>subject.happened.v1</c>; also its routing key.</summary>
/// <param name="name">Never changes once published; another shape gets another version.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class IntegrationEventAttribute(string name) : Attribute
{
    /// <summary>The wire name.</summary>
    public string Name { get; } = name;
}
