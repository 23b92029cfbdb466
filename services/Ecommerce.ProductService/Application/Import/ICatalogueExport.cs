namespace Ecommerce.ProductService.Application.Import;

internal interface ICatalogueExport
{
    /// <summary>Writes every article as an import takes it, without holding more than a few of them.</summary>
    Task WriteAsync(ImportFormat format, Stream output, CancellationToken cancellationToken);
}
