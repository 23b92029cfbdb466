using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ServiceDefaults.Problems;

/// <summary>The refusal of text that is not well-formed (<see cref="SharedKernel.Text.WellFormedText"/>).</summary>
internal static class TextErrors
{
    public static readonly Error Malformed = Error.Invalid(
        "text.malformed", "The request contains a character that is not allowed: a control character, a noncharacter or a lone surrogate.");
}
