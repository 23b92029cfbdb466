using Ecommerce.AuthService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.AuthService.Application.Sessions;

/// <summary>Names and forgets the caller's devices.</summary>
internal sealed class DeviceHandler(IAccountStore accounts, AuditLog audit, TimeProvider clock)
{
    public async Task<Result> RenameAsync(AccountId account, Guid deviceId, string name, CancellationToken cancellationToken)
    {
        do
        {
            if (await accounts.FindDeviceAsync(deviceId, cancellationToken) is not { } device || device.AccountId != account)
            {
                return AccountErrors.DeviceNotFound;
            }

            device.Rename(name);
        }
        while (!await accounts.TrySaveAsync(cancellationToken));
        return Result.Success;
    }

    /// <summary>Ends the device's sessions; its next login is that of a new device.</summary>
    public async Task<Result> ForgetAsync(AccountId account, Guid deviceId, Origin origin, CancellationToken cancellationToken)
    {
        do
        {
            if (await accounts.FindDeviceAsync(deviceId, cancellationToken) is not { } device || device.AccountId != account)
            {
                return AccountErrors.DeviceNotFound;
            }

            accounts.Remove(device);
            audit.Add(SecurityEventType.DeviceForgotten, account, origin, deviceId.ToString());
        }
        while (!await accounts.TrySaveAndEndSessionsAsync(account, new SessionChoice(OfDevice: deviceId), clock.GetUtcNow(), cancellationToken));
        return Result.Success;
    }
}
