using Ecommerce.ReturnService.Domain;
using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.ReturnService.Api;

internal sealed record RequestReturnLine(Guid LineId, int Quantity, ReturnReason Reason);
