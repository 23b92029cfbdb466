namespace Ecommerce.UserService.Domain;

/// <summary>Something that a customer did or that was done for them, as they see it.</summary>
internal sealed class Activity
{
    private Activity()
    {
    }

    /// <summary>The event's id: one entry however often it arrives.</summary>
    public Guid Id { get; private init; }

    public Guid CustomerId { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>The event's wire name without its version.</summary>
    public string What { get; private init; } = "";

    /// <summary>What it is about: an order number, a return number; null for what concerns the account.</summary>
    public string? Reference { get; private init; }

    public static Activity Of(Guid id, Guid customerId, DateTimeOffset at, string what, string? reference) =>
        new() { Id = id, CustomerId = customerId, At = at, What = what, Reference = reference };
}
