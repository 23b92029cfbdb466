using Ecommerce.UserService.Domain.DataRequests;

namespace Ecommerce.UserService.Application.DataRequests;

/// <summary>How exports and erasures are followed, section <c>DataRequests</c>.</summary>
internal sealed class DataRequestOptions
{
    public const string Section = "DataRequests";

    /// <summary>How often the worker looks for what is due.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Before services that have not answered are asked again; doubles each time.</summary>
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>At most.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Longer than an access token of auth-service lives.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(20);

    /// <summary>How long an archive is kept.</summary>
    public TimeSpan ArchiveLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long a download link works.</summary>
    public TimeSpan LinkLifetime { get; set; } = TimeSpan.FromMinutes(15);

    public DataRequestTimes Times => new(FirstWait, LongestWait, TokenLifetime);
}
