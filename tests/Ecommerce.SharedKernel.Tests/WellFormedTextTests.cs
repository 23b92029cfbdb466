using System.Text;
using Ecommerce.SharedKernel.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Ecommerce.SharedKernel.Tests;

public sealed class WellFormedTextTests
{
    // Mostly letters, otherwise hardly any longer text would be accepted; and the characters on both sides of each boundary.
    private static readonly Arbitrary<string> Texts =
        Gen.Frequency(
                (6, Gen.Choose('a', 'z')),
                (2, Gen.Choose(0, 0xFFFF)),
                (1, Gen.Elements(0, 9, 0x1F, 0x7F, 0x9F, 0xA0, 0xD7FF, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xE000, 0xFDCF, 0xFDD0, 0xFDEF, 0xFDF0, 0xFFFD, 0xFFFE)))
            .ListOf().Select(chars => new string([.. chars.Select(c => (char)c)])).ToArbitrary();

    [Theory]
    [InlineData("")]
    [InlineData("a plain text")]
    [InlineData("two\r\nlines\tand a tab")]
    [InlineData("資生堂 Косметика Łodyga é e\u0301 👩‍🚀 \U0010FFFD")]
    public void Text_that_people_write_is_accepted(string text) => WellFormedText.IsWellFormed(text).ShouldBeTrue();

    [Theory]
    [InlineData("\uFFFE")]
    [InlineData("a\uFFFF")]
    [InlineData("\uFDD0b")]
    [InlineData("\uFDEF")]
    [InlineData("\U0001FFFE")]
    [InlineData("\U0010FFFF")]
    [InlineData("a\0b")]
    [InlineData("\u001B[31m")]
    [InlineData("\u007F")]
    [InlineData("\u0085")]
    public void Noncharacters_and_controls_are_refused(string text) => WellFormedText.IsWellFormed(text).ShouldBeFalse();

    [Theory]
    [InlineData(0xD800, 'a')]
    [InlineData(0xDC00, 'a')]
    [InlineData('a', 0xDBFF)]
    [InlineData(0xDC00, 0xD800)]
    public void Lone_surrogates_are_refused(int first, int second) =>
        WellFormedText.IsWellFormed(new string([(char)first, (char)second])).ShouldBeFalse();

    [Fact]
    public void Whatever_is_accepted_can_be_normalized_and_stored() =>
        Prop.ForAll(Texts, text =>
        {
            if (!WellFormedText.IsWellFormed(text))
            {
                return;
            }

            text.Normalize(NormalizationForm.FormD).Normalize(NormalizationForm.FormC).ShouldNotBeNull();
            Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).ShouldBe(text);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Repaired_text_is_accepted_and_accepted_text_stays_as_it_is() =>
        Prop.ForAll(Texts, text =>
        {
            WellFormedText.IsWellFormed(WellFormedText.Repair(text)).ShouldBeTrue();
            if (WellFormedText.IsWellFormed(text))
            {
                WellFormedText.Repair(text).ShouldBe(text);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
}
