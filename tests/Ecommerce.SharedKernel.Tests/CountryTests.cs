using System.Text.RegularExpressions;
using Ecommerce.SharedKernel.Addresses;
using FsCheck;
using FsCheck.Fluent;

namespace Ecommerce.SharedKernel.Tests;

public sealed class CountryTests
{
    private static readonly Arbitrary<Country> AnyCountry = Gen.Elements(Countries.All.ToArray()).ToArbitrary();

    [Fact]
    public void The_data_has_forty_countries_and_more_each_once_and_whole()
    {
        Countries.All.Count.ShouldBeGreaterThanOrEqualTo(40);
        Countries.All.Select(country => country.Data.Alpha3).Distinct().Count().ShouldBe(Countries.All.Count);
        foreach (var country in Countries.All.Select(country => country.Data))
        {
            country.Code.ShouldMatch("^[A-Z]{2}$");
            country.Alpha3.ShouldMatch("^[A-Z]{3}$");
            country.Required.ShouldBeSubsetOf(["region", "postalCode"]);
            (country.PostalCode is null).ShouldBe(country.PostalCodeExample is null, country.Code);
            if (country.Required.Contains("region"))
            {
                (country.Regions is not null || country.Region is not null).ShouldBeTrue(country.Code);
            }

            // What an address may hold at all.
            (country.Regions ?? []).ShouldAllBe(region => Regex.IsMatch(region, "^[A-Z0-9]{1,3}$"));
        }
    }

    [Fact]
    public void A_country_takes_its_own_example_in_any_case() =>
        Prop.ForAll(AnyCountry, country =>
            !Fields(country, RegionOf(country), country.Data.PostalCodeExample?.ToLowerInvariant()).Any()).QuickCheckThrowOnFailure();

    [Fact]
    public void A_field_is_missed_if_and_only_if_the_country_asks_for_it() =>
        Prop.ForAll(AnyCountry, country =>
            Fields(country, null, null).Order().SequenceEqual(country.Data.Required.Order())).QuickCheckThrowOnFailure();

    [Fact]
    public void A_postal_code_with_anything_before_or_after_it_is_none() =>
        Prop.ForAll(AnyCountry, ArbMap.Default.ArbFor<NonEmptyString>(), (country, more) =>
            country.Data.PostalCode is null
            || string.IsNullOrWhiteSpace(more.Get)
            || more.Get.All(char.IsAsciiLetterOrDigit)
            || (Refuses(country, country.Data.PostalCodeExample + "#" + more.Get) && Refuses(country, more.Get + "\n" + country.Data.PostalCodeExample)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_input_throws_and_each_problem_names_a_field_with_its_code() =>
        Prop.ForAll(AnyCountry, ArbMap.Default.ArbFor<(string? Region, string? PostalCode)>(), (country, address) =>
            Countries.Check(country.Code, address.Region, address.PostalCode).All(problem =>
                problem.Field is "region" or "postalCode" && problem.Code.StartsWith("address.", StringComparison.Ordinal))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("DE", null, "10115", null)]
    [InlineData("DE", null, "1011", "address.postal_code_invalid")]
    [InlineData("DE", null, null, "address.postal_code_required")]
    [InlineData("US", "CA", "94601-1234", null)]
    [InlineData("US", "XX", "94601", "address.region_invalid")]
    [InlineData("US", null, "94601", "address.region_required")]
    [InlineData("GB", null, "EC1A 1BB", null)]
    [InlineData("GB", null, "M1 1AE", null)]
    [InlineData("GB", null, "12345", "address.postal_code_invalid")]
    [InlineData("CA", "ON", "K1A0B1", null)]
    [InlineData("CA", "ON", "D1A 0B1", "address.postal_code_invalid")]
    [InlineData("NL", null, "1012JS", null)]
    [InlineData("IE", null, null, null)]
    [InlineData("HK", null, null, null)]
    [InlineData("AE", "DU", null, null)]
    [InlineData("ES", null, "53001", "address.postal_code_invalid")]
    [InlineData("JP", "13", "100-0001", null)]
    [InlineData("JP", "48", "100-0001", "address.region_invalid")]
    [InlineData("ZZ", null, null, null)]
    public void Addresses_of_single_countries(string country, string? region, string? postalCode, string? code) =>
        Countries.Check(country, region, postalCode).Select(problem => problem.Code).ShouldBe(code is null ? [] : [code]);

    private static string? RegionOf(Country country) =>
        country.Data.Regions?[0] ?? (country.Data.Region is { } pattern ? new[] { "A", "BB", "13", "AAA", "1" }.First(region => Regex.IsMatch(region, $"^(?:{pattern})$")) : null);

    private static IEnumerable<string> Fields(Country country, string? region, string? postalCode) =>
        Countries.Check(country.Code, region, postalCode).Select(problem => problem.Field);

    private static bool Refuses(Country country, string postalCode) => Fields(country, RegionOf(country), postalCode).Contains("postalCode");
}
