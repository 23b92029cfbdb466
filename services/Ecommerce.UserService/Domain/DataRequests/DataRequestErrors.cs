using Ecommerce.SharedKernel.Results;

namespace Ecommerce.UserService.Domain.DataRequests;

/// <summary>Every refusal around data requests, by its stable code.</summary>
internal static class DataRequestErrors
{
    public static readonly Error NotFound = Error.NotFound("user.data_request_not_found", "There is no such request.");

    public static readonly Error Running = Error.Conflict("user.data_request_running", "A request of this kind is being worked on.");

    public static readonly Error NotReady = Error.Conflict("user.data_request_not_ready", "The archive is not ready, or it is gone already.");

    public static readonly Error LinkUsed = Error.NotFound("user.download_link_invalid", "The link was used, is too old, or is not yours.");

    public static readonly Error ConfirmationDiffers = Error.Refused("user.confirmation_differs", "The email address is not that of the account.");
}
