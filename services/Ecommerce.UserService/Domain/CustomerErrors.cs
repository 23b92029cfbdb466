using Ecommerce.SharedKernel.Results;

namespace Ecommerce.UserService.Domain;

/// <summary>Every refusal of this service, by its stable code.</summary>
internal static class CustomerErrors
{
    public static readonly Error NotFound = Error.NotFound("user.not_found", "The profile is not there yet. Try again in a moment.");

    public static readonly Error AddressNotFound = Error.NotFound("user.address_not_found", "There is no such address.");

    public static readonly Error Stale = Error.Stale("user.stale", "The profile has changed since it was read.");

    public static readonly Error TooManyAddresses = Error.Refused("user.too_many_addresses", $"An address book holds at most {Customer.MostAddresses} addresses.");
}
