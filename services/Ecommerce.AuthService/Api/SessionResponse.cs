using Ecommerce.AuthService.Application.ReadAccount;

namespace Ecommerce.AuthService.Api;

/// <param name="Id">The session, as the token's <c>sid</c>.</param>
/// <param name="DeviceId">The device.</param>
/// <param name="DeviceName">What its owner calls it.</param>
/// <param name="Device">How it describes itself.</param>
/// <param name="Methods">How the person proved who they are.</param>
/// <param name="IsCurrent">Whether it is the caller's.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="LastUsedAt">The last refresh, UTC.</param>
/// <param name="ExpiresAt">UTC, if it is not refreshed before.</param>
internal sealed record SessionResponse(
    Guid Id, Guid DeviceId, string? DeviceName, string Device, string[] Methods, bool IsCurrent,
    DateTimeOffset StartedAt, DateTimeOffset LastUsedAt, DateTimeOffset ExpiresAt)
{
    public static SessionResponse Of(SessionView view, Guid? current) => new(
        view.Id, view.DeviceId, view.DeviceName, view.Device, view.Methods, view.Id == current, view.StartedAt, view.LastUsedAt, view.ExpiresAt);
}
