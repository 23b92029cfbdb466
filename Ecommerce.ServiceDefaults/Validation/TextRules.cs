using System.Text.RegularExpressions;
using Ecommerce.SharedKernel.Addresses;
using Ecommerce.SharedKernel.Text;
using FluentValidation;

namespace Ecommerce.ServiceDefaults.Validation;

/// <summary>Validation rules that are the same in every service.</summary>
public static partial class TextRules
{
    /// <summary>An address that mail can be sent to.</summary>
    public static IRuleBuilderOptions<T, string?> IsEmailAddress<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(address => address is null || EmailAddresses.IsValid(address)).WithMessage("This is not a valid email address.");

    /// <summary>A country's code.</summary>
    public static IRuleBuilderOptions<T, string> IsCountryCode<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(CountryCodes.Contains).WithMessage("The country is an ISO 3166-1 alpha-2 code.");

    /// <summary>
    /// A person's name: one line without a URL. Names are printed on parcels and in mails, and nobody is to send links to others through the
    /// shop's mails.
    /// </summary>
    public static IRuleBuilderOptions<T, string> IsPersonName<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().MaximumLength(100)
            .Must(name => name is null || !NotInNames().IsMatch(name)).WithMessage("A name is one line without a URL.");

    [GeneratedRegex(@"[\r\n\t<>]|://|\bwww\.", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotInNames();
}
