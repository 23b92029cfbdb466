namespace Ecommerce.ProductService.Application.Import;

/// <summary>A line that is not taken, thrown by its reader.</summary>
internal sealed class RowFormatException(string column, string code, string message) : Exception(message)
{
    public string Field => column;

    public string Code => code;
}
