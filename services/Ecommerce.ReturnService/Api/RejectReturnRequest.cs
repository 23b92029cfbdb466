namespace Ecommerce.ReturnService.Api;

/// <summary>Refuses a return.</summary>
/// <param name="Reason">What the customer is told.</param>
internal sealed record RejectReturnRequest(string Reason);
