using Ecommerce.UserService.Domain.Wishlists;

namespace Ecommerce.UserService.Application.Wishlists;

/// <summary>The occasions to tell of wished articles.</summary>
internal interface INoticeRuns
{
    /// <summary>Adds a run in the event's transaction, unless the occasion is known or nobody wishes for the article.</summary>
    Task AddAsync(NoticeRun run, CancellationToken cancellationToken);

    /// <summary>Works on the oldest open run: one batch of items, one transaction.</summary>
    /// <returns>False where there was nothing to do.</returns>
    Task<bool> AdvanceAsync(int batch, DateTimeOffset now, CancellationToken cancellationToken);
}
