using Ecommerce.ServiceDefaults.Retention;
using Microsoft.Extensions.Options;

namespace Ecommerce.AuthService.Infrastructure.Retention;

internal sealed class AuthRetention(IOptions<AuthRetentionOptions> options) : IRetentionRules
{
    private const string Expired = "expires_at < {0}";

    public IReadOnlyList<RetentionRule> All { get; } =
    [
        new("sessions", Expired, options.Value.Sessions),
        new("action_links", Expired, options.Value.Codes),
        new("login_challenges", Expired, options.Value.Codes),
        new("external_flows", Expired, options.Value.Codes),
        new("api_keys", Expired, options.Value.ApiKeys),

        // A session that is refreshed for years has one login.
        new("devices", "last_seen_at < {0} AND NOT EXISTS (SELECT 1 FROM sessions s WHERE s.device_id = devices.id)", options.Value.Devices),
        new("security_events", "at < {0}", options.Value.AuditLog),
    ];
}
