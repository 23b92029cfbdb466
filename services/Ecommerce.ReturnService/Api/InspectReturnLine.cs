using Ecommerce.ReturnService.Domain;
using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.ReturnService.Api;

internal sealed record InspectReturnLine(Guid LineId, InspectionOutcome Outcome, int Quantity);
