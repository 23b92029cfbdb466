namespace Ecommerce.SharedKernel.Addresses;

/// <summary>What of an address does not fit its country.</summary>
/// <param name="Field">The field, in the wire's name.</param>
/// <param name="Code">Stable, for programs: <c>address.postal_code_invalid</c>.</param>
/// <param name="Message">For people.</param>
public sealed record AddressProblem(string Field, string Code, string Message);
