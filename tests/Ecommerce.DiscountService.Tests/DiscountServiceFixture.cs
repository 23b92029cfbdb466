using Ecommerce.DiscountService.Tests;
using Ecommerce.Testing.Hosting;

[assembly: AssemblyFixture(typeof(DiscountServiceFixture))]

namespace Ecommerce.DiscountService.Tests;

public sealed class DiscountServiceFixture() : ServiceFixture<Program>("discount-service")
{
    protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Demo:Enabled", "true"), new("urls", "http://127.0.0.1:0")];

    public HttpClient Service() => With(TestTokens.Service("order-service"));

    public HttpClient Merchandiser() => With(TestTokens.Staff("merchandiser"));
}
