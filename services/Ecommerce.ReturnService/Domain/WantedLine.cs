using Ecommerce.SharedKernel.Monetary;

namespace Ecommerce.ReturnService.Domain;

/// <summary>What a customer wants to send back.</summary>
internal sealed record WantedLine(Guid LineId, int Quantity, ReturnReason Reason);
