using Ecommerce.ServiceDefaults.Retention;
using Microsoft.Extensions.Options;

namespace Ecommerce.UserService.Infrastructure.Retention;

/// <summary>Of a completed request its parts go with it.</summary>
internal sealed class UserRetention(IOptions<UserRetentionOptions> options) : IRetentionRules
{
    public IReadOnlyList<RetentionRule> All { get; } =
    [
        new("activities", "at < {0}", options.Value.Activities),
        new("data_archives", "expires_at < {0}", TimeSpan.Zero),
        new("data_requests", "kind = 'Export' AND completed_at < {0}", options.Value.Exports),
        new("data_requests", "kind = 'Erasure' AND completed_at < {0}", options.Value.Erasures),
    ];
}
