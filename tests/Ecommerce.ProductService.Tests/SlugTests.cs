using Ecommerce.ProductService.Domain.Catalogue;
using FsCheck;
using FsCheck.Fluent;

namespace Ecommerce.ProductService.Tests;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Alder & Finch Classic Jacket", "alder-finch-classic-jacket")]
    [InlineData("  Crème brûlée! ", "creme-brulee")]
    [InlineData("Dad's Straße 7", "dads-strasse-7")]
    [InlineData("日本", "")]
    public void A_slug_is_what_a_person_would_write(string text, string slug) => Slug.Of(text).ShouldBe(slug);

    [Fact]
    public void A_slug_of_any_text_is_one_and_its_own_slug() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
    {
        var slug = Slug.Of(new string([.. text.Get.Where(c => !char.IsSurrogate(c))]));
        (slug.Length == 0 || Slug.IsValid(slug)).ShouldBeTrue();
        Slug.Of(slug).ShouldBe(slug);
    }).QuickCheckThrowOnFailure();
}
