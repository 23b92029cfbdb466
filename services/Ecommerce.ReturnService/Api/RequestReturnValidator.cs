using FluentValidation;

namespace Ecommerce.ReturnService.Api;

internal sealed class RequestReturnValidator : AbstractValidator<RequestReturnRequest>
{
    private const int MostLines = 200;

    public RequestReturnValidator()
    {
        RuleFor(request => request.OrderId).NotEmpty();
        RuleFor(request => request.Lines).NotEmpty().Must(lines => lines.Count <= MostLines).WithMessage("These are too many lines.")
            .Must(lines => lines.Select(line => line.LineId).Distinct().Count() == lines.Count).WithMessage("Each line may be there once.");
        RuleForEach(request => request.Lines).ChildRules(line => line.RuleFor(l => l.Quantity).InclusiveBetween(1, 10_000));
        RuleFor(request => request.Comment).MaximumLength(1000);
    }
}
