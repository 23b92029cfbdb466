using System.Collections.Frozen;

namespace Ecommerce.ProviderSandbox.Stripe.Payments;

internal static class StripeCurrencies
{
    public const long LargestAmount = 99_999_999;

    private static readonly FrozenSet<string> Known = (
        "usd aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn bhd bif bmd bnd bob brl bsd bwp byn bzd cad cdf chf clp cny cop crc cve czk " +
        "djf dkk dop dzd egp etb eur fjd fkp gbp gel gip gmd gnf gtq gyd hkd hnl htg huf idr ils inr isk jmd jod jpy kes kgs khr kmf krw " +
        "kwd kyd kzt lak lbp lkr lrd lsl mad mdl mga mkd mmk mnt mop mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd omr pab pen pgk " +
        "php pkr pln pyg qar ron rsd rub rwf sar sbd scr sek sgd shp sle sos srd std szl thb tjs tnd top try ttd twd tzs uah ugx uyu " +
        "uzs vnd vuv wst xaf xcd xof xpf yer zar zmw").Split(' ').ToFrozenSet();

    public static bool IsKnown(string currency) => Known.Contains(currency);

    /// <summary>The smallest charge, in minor units.</summary>
    public static long SmallestAmount(string currency) => currency switch
    {
        "gbp" => 30,
        "aed" or "ron" or "pln" or "bgn" => 200,
        "hkd" => 400,
        "huf" => 17_500,
        "czk" => 1500,
        "dkk" => 250,
        "nok" or "sek" => 300,
        "mxn" or "thb" => 1000,
        _ => 50,
    };
}
