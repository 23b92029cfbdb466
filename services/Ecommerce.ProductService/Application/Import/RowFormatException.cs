namespace Ecommerce.ProductService.Application.Import;

/// <summary>A line that is not taken, thrown by its reader.</summary>
internal sealed class RowFormatException(string column, string code, string message) : Exception(message)
{
    public string Field => column;

    public string Code => code;

    public static RowFormatException TooLong() => new("line", "import.record_too_long", "A line is longer than a mebibyte; perhaps a quote is not closed.");
}
