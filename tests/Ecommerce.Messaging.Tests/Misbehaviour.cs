namespace Ecommerce.Messaging.Tests;

/// <summary>Lets a handler fail or hang.</summary>
public sealed class Misbehaviour
{
    public Func<Counted, Task> Before { get; set; } = _ => Task.CompletedTask;
}
