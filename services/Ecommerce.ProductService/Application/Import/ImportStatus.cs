namespace Ecommerce.ProductService.Application.Import;

internal enum ImportStatus
{
    Uploading,
    Waiting,
    Running,
    Done,
    Failed,
}
