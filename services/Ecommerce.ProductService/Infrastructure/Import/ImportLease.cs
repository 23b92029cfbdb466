using Ecommerce.ProductService.Application.Import;

namespace Ecommerce.ProductService.Infrastructure.Import;

/// <summary>A job that this worker has, and up to where it is done.</summary>
internal sealed record ImportLease(Guid Job, Guid Worker, ImportFormat Format, long Bytes, long Position, long Lines, string? Header);
