namespace Ecommerce.ProductService.Application.Import;

internal enum ImportFormat
{
    Csv,
    Jsonl,
}
