namespace Ecommerce.ServiceDefaults.Hosting;

/// <summary>What a redrive did.</summary>
/// <param name="Count">How many messages went back into the queue.</param>
public sealed record RedriveAnswer(int Count);
