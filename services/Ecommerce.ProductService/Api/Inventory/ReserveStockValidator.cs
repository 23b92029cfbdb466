using Ecommerce.Contracts.Product.Internal;
using FluentValidation;

namespace Ecommerce.ProductService.Api.Inventory;

internal sealed class ReserveStockValidator : AbstractValidator<ReserveStockRequest>
{
    private const int MostLines = 1_000;
    private const int MostUnits = 1_000_000;

    public ReserveStockValidator()
    {
        RuleFor(request => request.Lines).Must(lines => lines.Count is > 0 and <= MostLines).WithMessage($"From 1 to {MostLines} lines.");

        // A list's elements can be null whatever its type says.
        RuleForEach(request => request.Lines).Must(line => line is { Quantity: > 0 and <= MostUnits, Sku.Length: > 0 and <= 64 })
            .WithMessage($"A line has an article and from 1 to {MostUnits} units.");
    }
}
