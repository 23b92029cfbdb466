namespace Ecommerce.SharedKernel.Monetary;

/// <summary>An ISO 4217 currency with its number of minor digits.</summary>
public readonly record struct Currency
{
    // Source: ISO 4217 list one, active currencies whose exponent is not 2.
    private static readonly Dictionary<string, int> OtherExponents = new(StringComparer.Ordinal)
    {
        ["BIF"] = 0, ["CLP"] = 0, ["DJF"] = 0, ["GNF"] = 0, ["ISK"] = 0, ["JPY"] = 0, ["KMF"] = 0, ["KRW"] = 0, ["PYG"] = 0,
        ["RWF"] = 0, ["UGX"] = 0, ["VND"] = 0, ["VUV"] = 0, ["XAF"] = 0, ["XOF"] = 0, ["XPF"] = 0, ["UYI"] = 0,
        ["BHD"] = 3, ["IQD"] = 3, ["JOD"] = 3, ["KWD"] = 3, ["LYD"] = 3, ["OMR"] = 3, ["TND"] = 3, ["CLF"] = 4, ["UYW"] = 4,
    };

    private static readonly HashSet<string> TwoDigitCodes = new(StringComparer.Ordinal)
    {
        "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BMD", "BND", "BOB", "BRL", "BSD", "BTN",
        "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB",
        "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IRR",
        "JMD", "KES", "KGS", "KHR", "KPW", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT",
        "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "PAB", "PEN", "PGK", "PHP",
        "PKR", "PLN", "QAR", "RON", "RSD", "RUB", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN",
        "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "USD", "UYU", "UZS", "VES", "WST", "XCD",
        "YER", "ZAR", "ZMW", "ZWG",
    };

    private readonly string? _code;

    private Currency(string code) => _code = code;

    /// <summary>The three-letter code in capitals.</summary>
    public string Code => _code ?? throw new InvalidOperationException("A currency was used that was never set.");

    /// <summary>How many digits its minor unit has: 2 for USD, 0 for JPY, 3 for KWD.</summary>
    public int Exponent => OtherExponents.GetValueOrDefault(Code, 2);

    /// <summary>Finds a currency by its code in capitals.</summary>
    /// <returns>False where ISO 4217 lists no such active currency.</returns>
    public static bool TryFrom(string? code, out Currency currency)
    {
        if (code is not null && (TwoDigitCodes.Contains(code) || OtherExponents.ContainsKey(code)))
        {
            currency = new Currency(code);
            return true;
        }

        currency = default;
        return false;
    }

    /// <summary>The currency of a code in capitals.</summary>
    /// <exception cref="ArgumentException">ISO 4217 lists no such active currency.</exception>
    public static Currency From(string code) =>
        TryFrom(code, out var currency) ? currency : throw new ArgumentException($"'{code}' is not an ISO 4217 currency.", nameof(code));

    /// <inheritdoc/>
    public override string ToString() => _code ?? "";
}
