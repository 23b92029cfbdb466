namespace Ecommerce.ProductService.Application.Import;

/// <summary>Why a line was not taken.</summary>
/// <param name="Line">From 1; in CSV the header is line 1, and a quoted line break does not count.</param>
/// <param name="Field">The column at fault.</param>
/// <param name="Code">Stable.</param>
/// <param name="Message">For people.</param>
internal sealed record ImportRefusal(long Line, string Field, string Code, string Message);
