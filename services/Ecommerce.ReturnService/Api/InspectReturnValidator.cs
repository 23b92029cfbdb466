using FluentValidation;

namespace Ecommerce.ReturnService.Api;

internal sealed class InspectReturnValidator : AbstractValidator<InspectReturnRequest>
{
    private const int MostLines = 600;

    public InspectReturnValidator()
    {
        RuleFor(request => request.Lines).NotEmpty().Must(lines => lines.Count <= MostLines).WithMessage("These are too many lines.");
        RuleForEach(request => request.Lines).ChildRules(line => line.RuleFor(l => l.Quantity).InclusiveBetween(1, 10_000));
    }
}
