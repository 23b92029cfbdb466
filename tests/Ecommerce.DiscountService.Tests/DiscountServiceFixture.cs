using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.Contracts.Discount.Internal;
using Ecommerce.DiscountService.Tests;
using Ecommerce.ServiceDefaults.Json;
using Ecommerce.Testing.Hosting;

[assembly: AssemblyFixture(typeof(DiscountServiceFixture))]

namespace Ecommerce.DiscountService.Tests;

public class DiscountServiceFixture() : ServiceFixture<Program>("discount-service")
{
    private static readonly DateTimeOffset Later = DateTimeOffset.UtcNow.AddHours(1);

    protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Demo:Enabled", "true"), new("urls", "http://127.0.0.1:0")];

    public HttpClient Service() => With(TestTokens.Service("order-service"));

    public HttpClient Merchandiser() => With(TestTokens.Staff("merchandiser"));

    /// <summary>A coupon code that no other test has.</summary>
    public static string Code() => $"T-{Guid.NewGuid():N}";

    /// <summary>Makes a promotion; a draft unless the body says <c>activate</c>.</summary>
    public async Task<Guid> CreateAsync(object body)
    {
        using var staff = Merchandiser();
        var answer = await staff.PostAsJsonAsync("/api/v1/promotions", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    /// <summary>Reserves for an order as order-service does.</summary>
    /// <returns>The code of the refusal; empty where there is none.</returns>
    public static async Task<string> ReserveAsync(
        HttpClient service, Guid order, Guid promotion, string email, Guid? customer = null, DateTimeOffset? expiresAt = null,
        string coupon = "CODE", long amount = 100)
    {
        var answer = await service.PostAsJsonAsync("/internal/v1/redemptions", new ReserveRedemptionsRequest(
            order, customer, email, "USD", [new AppliedDiscountDto(promotion, coupon, "Name", amount)], expiresAt ?? Later));
        return answer.StatusCode == HttpStatusCode.NoContent ? "" : await CodeOf(answer);
    }

    /// <summary>What applies to one line of 2 × 10.00 in US dollars.</summary>
    public async Task<CalculateDiscountsResponse> CalculateAsync(string coupon, Guid? customer = null, string? email = null)
    {
        using var service = Service();
        var answer = await service.PostAsJsonAsync(
            "/internal/v1/discounts/calculate",
            new CalculateDiscountsRequest("USD", [new DiscountLineDto(Guid.NewGuid(), "SKU", Guid.NewGuid(), [], 2, 1000)], 0, [coupon], customer, email, Explain: true),
            ServiceJson.ClientOptions);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await answer.Content.ReadFromJsonAsync<CalculateDiscountsResponse>(ServiceJson.ClientOptions))!;
    }

    public static async Task<string> CodeOf(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;

    /// <summary>One number of the database.</summary>
    public async Task<long> CountAsync(string sql, Guid id)
    {
        await using var command = Database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = id });
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
