namespace Ecommerce.Contracts;

/// <summary>An amount on the wire.</summary>
/// <param name="Amount">Minor units of the currency (ISO 4217 exponent).</param>
/// <param name="Currency">ISO 4217 code in capitals.</param>
public sealed record MoneyDto(long Amount, string Currency);
