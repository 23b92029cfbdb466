using Ecommerce.AuthService.Domain;

namespace Ecommerce.AuthService.Infrastructure.Tokens;

/// <summary>When signing keys change, section <c>SigningKeys</c>.</summary>
internal sealed class SigningKeyOptions
{
    public const string Section = "SigningKeys";

    /// <summary>How long a new key is published before it signs. The services look for new keys every five minutes.</summary>
    public TimeSpan PublishAhead { get; set; } = TimeSpan.FromMinutes(15);

    public TimeSpan Period { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How often a replica looks into the database for new keys.</summary>
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromSeconds(30);

    public KeySchedule Schedule => new(PublishAhead, Period);

    /// <summary>A replica has to know a key, twice over, before anyone signs with it.</summary>
    public bool IsSafe => CheckEvery > TimeSpan.Zero && CheckEvery * 2 < PublishAhead && PublishAhead < Period;
}
