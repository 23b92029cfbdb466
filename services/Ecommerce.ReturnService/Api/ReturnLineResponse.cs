using Ecommerce.ReturnService.Domain;
using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.ReturnService.Api;

internal sealed record ReturnLineResponse(
    Guid LineId, string Sku, string Name, int Quantity, ReturnReason Reason, int Restocked, int Scrapped, int Rejected);
