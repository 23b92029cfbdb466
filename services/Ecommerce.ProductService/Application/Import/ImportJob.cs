namespace Ecommerce.ProductService.Application.Import;

/// <param name="Id">The job.</param>
/// <param name="Format">Of the file.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Bytes">Of the file.</param>
/// <param name="Position">How many of them are done.</param>
/// <param name="Lines">How many lines are done.</param>
/// <param name="Accepted">How many of these were taken.</param>
/// <param name="Refused">How many were not; the report tells why.</param>
/// <param name="Error">Why the whole of it failed, or null.</param>
/// <param name="CreatedAt">When it was sent.</param>
/// <param name="FinishedAt">When it ended, or null.</param>
internal sealed record ImportJob(
    Guid Id, ImportFormat Format, ImportStatus Status, long Bytes, long Position, long Lines, long Accepted, long Refused, string? Error, DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt);
