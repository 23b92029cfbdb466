namespace Ecommerce.Messaging.Consuming;

/// <summary>What became of a message.</summary>
internal enum HandlingOutcome
{
    /// <summary>Handled and committed.</summary>
    Handled,

    /// <summary>It had been handled before.</summary>
    Duplicate,

    /// <summary>An earlier message of its subject is still to be handled.</summary>
    Blocked,
}
