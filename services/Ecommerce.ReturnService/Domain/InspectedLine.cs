using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.ReturnService.Domain;

/// <summary>What an inspection says of some units of a line.</summary>
internal sealed record InspectedLine(Guid LineId, InspectionOutcome Outcome, int Quantity);
