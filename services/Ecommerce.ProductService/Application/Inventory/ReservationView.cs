using Ecommerce.ProductService.Domain.Inventory;

namespace Ecommerce.ProductService.Application.Inventory;

internal sealed record ReservationView(ReservationStatus Status, IReadOnlyList<ReservedLine> Lines);
