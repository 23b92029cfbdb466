namespace Ecommerce.ReturnService.Api;

/// <summary>Says of each returned unit what becomes of it.</summary>
internal sealed record InspectReturnRequest(IReadOnlyList<InspectReturnLine> Lines);
