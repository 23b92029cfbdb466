using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.Contracts.Shipping;
using Ecommerce.ProductService.Application.Reviews;
using Ecommerce.ProductService.Infrastructure.Persistence;
using Ecommerce.ProductService.Tests.Fixture;
using Ecommerce.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Ecommerce.ProductService.Tests.Reviews;

public sealed class ReviewTests(ProductServiceFixture service)
{
    private HttpClient Support => _support ??= service.With(TestTokens.Staff("support"));

    private HttpClient? _support;

    [Fact]
    public async Task A_review_is_seen_and_counted_once_staff_has_approved_it_and_not_after_an_edit_until_it_does_so_again()
    {
        var (_, product) = await service.SellAsync(isActive: true);
        var (_, ada) = Customer();
        var review = await WrittenAsync(ada, product, 4);
        (await ShownAsync(product)).ShouldBeEmpty();
        review.GetProperty("status").GetString().ShouldBe("pending");
        (await QueueAsync()).ShouldContain(review.GetProperty("id").GetGuid());

        await DecideAsync(review, "approve");
        (await ShownAsync(product)).ShouldHaveSingleItem().GetProperty("rating").GetInt32().ShouldBe(4);
        (await RatingAsync(product)).ShouldBe((1, 4m));

        var edited = await ada.PutAsJsonAsync($"/api/v1/reviews/{review.GetProperty("id").GetGuid()}", new { rating = 1, title = "No", text = "It broke." });
        edited.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ShownAsync(product)).ShouldBeEmpty();
        (await RatingAsync(product)).ShouldBe((0, 0m));
        await DecideAsync(review, "approve");
        (await RatingAsync(product)).ShouldBe((1, 1m));

        (await DecideAsync(review, "reject")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await RatingAsync(product)).ShouldBe((0, 0m));
        var own = (await ada.GetFromJsonAsync("/api/v1/reviews/mine")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        (own.GetProperty("status").GetString(), own.GetProperty("rejectionReason").GetString()).ShouldBe(("rejected", "Not about the product."));
        (await (await DecideAsync(review, "reject")).CodeAsync()).ShouldBe("review.decided");
    }

    [Fact]
    public async Task A_customer_reviews_a_product_once_however_fast()
    {
        var (_, product) = await service.SellAsync(isActive: true);
        var (_, ada) = Customer();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => WriteAsync(ada, product, 5)));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        foreach (var answer in answers.Where(answer => answer.StatusCode != HttpStatusCode.Created))
        {
            (await answer.CodeAsync()).ShouldBe("review.written");
        }

        // With one key it is one review and one answer.
        var (_, grace) = Customer();
        var (first, second) = (await WriteAsync(grace, product, 3, "same"), await WriteAsync(grace, product, 3, "same"));
        (await second.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Approvals_at_one_time_all_count()
    {
        var (_, product) = await service.SellAsync(isActive: true);
        var reviews = new List<JsonElement>();
        for (var number = 0; number < 10; number++)
        {
            reviews.Add(await WrittenAsync(Customer().Client, product, (number % 5) + 1));
        }

        await Task.WhenAll(reviews.Select(review => DecideAsync(review, "approve")));

        (await RatingAsync(product)).ShouldBe((10, 3m));
        var summary = await service.Anonymous().GetFromJsonAsync($"/api/v1/products/{product}/reviews/summary");
        summary.GetProperty("byRating").EnumerateArray().Select(count => count.GetInt32()).ShouldBe([2, 2, 2, 2, 2]);
        summary.GetProperty("average").GetDecimal().ShouldBe(3m);
    }

    [Fact]
    public async Task Who_got_the_product_is_a_verified_buyer_before_or_after_the_review()
    {
        var (sku, product) = await service.SellAsync(isActive: true);
        var (early, earlyClient) = Customer();
        var (late, lateClient) = Customer();
        await service.HandleAsync(Delivered(early, sku));
        (await WrittenAsync(earlyClient, product, 5)).GetProperty("isVerifiedPurchase").GetBoolean().ShouldBeTrue();
        var review = await WrittenAsync(lateClient, product, 5);
        review.GetProperty("isVerifiedPurchase").GetBoolean().ShouldBeFalse();

        await service.HandleAsync(Delivered(late, sku));

        (await lateClient.GetFromJsonAsync($"/api/v1/reviews/{review.GetProperty("id").GetGuid()}")).GetProperty("isVerifiedPurchase").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_review_that_is_written_while_the_delivery_is_noted_is_verified_too()
    {
        var (sku, product) = await service.SellAsync(isActive: true);
        await Task.WhenAll(Enumerable.Range(0, 30).Select(async _ =>
        {
            var (id, customer) = Customer();
            await Task.WhenAll(WriteAsync(customer, product, 4), NoteDeliveryAsync(id, sku));
        }));

        (await service.ScalarAsync<long>($"SELECT count(*) FROM reviews WHERE product_id = '{product}' AND is_verified")).ShouldBe(30);
    }

    [Fact]
    public async Task A_vote_counts_once_per_customer_can_change_and_is_not_for_ones_own_review()
    {
        var (_, product) = await service.SellAsync(isActive: true);
        var (_, ada) = Customer();
        var (_, grace) = Customer();
        var review = await WrittenAsync(ada, product, 5);
        var path = $"/api/v1/reviews/{review.GetProperty("id").GetGuid()}/vote";
        (await (await grace.PutAsJsonAsync(path, new { isHelpful = true })).CodeAsync()).ShouldBe("review.not_found", "nobody sees it yet");
        await DecideAsync(review, "approve");

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => grace.PutAsJsonAsync(path, new { isHelpful = true })));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Customer().Client.PutAsJsonAsync(path, new { isHelpful = true })));
        (await VotesAsync(product)).ShouldBe((11, 0));
        await grace.PutAsJsonAsync(path, new { isHelpful = false });
        (await VotesAsync(product)).ShouldBe((10, 1));
        (await grace.DeleteAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await VotesAsync(product)).ShouldBe((10, 0));
        (await (await ada.PutAsJsonAsync(path, new { isHelpful = true })).CodeAsync()).ShouldBe("review.own");
    }

    [Fact]
    public async Task Reviews_are_paged_in_each_order_each_once()
    {
        var (_, product) = await service.SellAsync(isActive: true);
        for (var number = 0; number < 7; number++)
        {
            var review = await WrittenAsync(Customer().Client, product, (number % 3) + 1);
            await DecideAsync(review, "approve");
            for (var vote = 0; vote < number % 2; vote++)
            {
                await Customer().Client.PutAsJsonAsync($"/api/v1/reviews/{review.GetProperty("id").GetGuid()}/vote", new { isHelpful = true });
            }
        }

        var newest = await AllAsync(product, "newest");
        newest.Select(review => review.GetProperty("id").GetGuid()).Distinct().Count().ShouldBe(7);
        newest.Select(review => review.GetProperty("writtenAt").GetDateTimeOffset()).ShouldBeInOrder(SortDirection.Descending);
        (await AllAsync(product, "helpful")).Select(review => review.GetProperty("helpful").GetInt32()).ShouldBe([1, 1, 1, 0, 0, 0, 0]);
        (await AllAsync(product, "ratingDescending")).Select(review => review.GetProperty("rating").GetInt32()).ShouldBe([3, 3, 2, 2, 1, 1, 1]);
        (await AllAsync(product, "ratingAscending")).Select(review => review.GetProperty("rating").GetInt32()).ShouldBe([1, 1, 1, 2, 2, 3, 3]);
        (await AllAsync(product, "newest&rating=3")).Count.ShouldBe(2);
        foreach (var query in new[] { "sort=worst", "rating=6", "limit=0", "cursor=foreign" })
        {
            (await service.Anonymous().GetAsync($"/api/v1/products/{product}/reviews?{query}")).StatusCode.ShouldBe(HttpStatusCode.BadRequest, query);
        }
    }

    [Fact]
    public async Task A_review_belongs_to_its_author_and_is_judged_as_it_was_read()
    {
        var (_, product) = await service.SellAsync(isActive: true);
        var (_, ada) = Customer();
        var (_, eve) = Customer();
        var review = await WrittenAsync(ada, product, 2);
        var path = $"/api/v1/reviews/{review.GetProperty("id").GetGuid()}";
        (await eve.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await eve.PutAsJsonAsync(path, new { rating = 5, title = "Mine", text = "now" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await eve.DeleteAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var read = (await Support.GetAsync(path)).Headers.ETag!;
        await ada.PutAsJsonAsync(path, new { rating = 5, title = "Something else", text = "that nobody has looked at" });
        using var approval = new HttpRequestMessage(HttpMethod.Post, path + "/approve");
        approval.Headers.IfMatch.Add(read);
        (await Support.SendAsync(approval)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);

        (await ada.DeleteAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await WriteAsync(ada, product, 3)).StatusCode.ShouldBe(HttpStatusCode.Created, "who has taken it back may write another");
        var (_, draft) = await service.SellAsync();
        (await (await WriteAsync(ada, draft, 3)).CodeAsync()).ShouldBe("product.not_found");
        (await (await WriteAsync(ada, product, 6)).CodeAsync()).ShouldBe("validation.failed");
    }

    [Fact]
    public async Task What_a_customer_wrote_and_got_is_exported_and_forgotten_for_good()
    {
        var (sku, product) = await service.SellAsync(isActive: true);
        var (id, ada) = Customer();
        var (_, grace) = Customer();
        await service.HandleAsync(Delivered(id, sku));
        await DecideAsync(await WrittenAsync(ada, product, 1), "approve");
        var other = await WrittenAsync(grace, product, 5);
        await DecideAsync(other, "approve");
        await ada.PutAsJsonAsync($"/api/v1/reviews/{other.GetProperty("id").GetGuid()}/vote", new { isHelpful = true });

        var held = await service.ExportAsync(id);
        held.GetProperty("reviews")[0].GetProperty("text").GetString().ShouldBe("Used it for a week.");
        held.GetProperty("reviewVotes").GetArrayLength().ShouldBe(1);
        held.GetProperty("deliveredProducts")[0].GetProperty("productId").GetGuid().ShouldBe(product);
        (await service.ExportStatusesAsync()).ShouldBe("403 403 401");

        (await service.EraseAsync(id)).ShouldBeTrue();
        await service.HandleAsync(Delivered(id, sku));
        (await (await WriteAsync(ada, product, 1)).CodeAsync()).ShouldBe("review.account_erased", "a token lives on for some minutes");

        var left = await service.ExportAsync(id);
        (left.GetProperty("reviews").GetArrayLength(), left.GetProperty("reviewVotes").GetArrayLength(), left.GetProperty("deliveredProducts").GetArrayLength()).ShouldBe((0, 0, 0));
        (await RatingAsync(product)).ShouldBe((1, 5m));
        (await VotesAsync(product)).ShouldBe((0, 0));
    }

    // As the handler of the event does.
    private async Task NoteDeliveryAsync(Guid customer, string sku)
    {
        await using var scope = service.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ProductDbContext>();
        await using var transaction = await context.Database.BeginTransactionAsync();
        await scope.ServiceProvider.GetRequiredService<IReviews>().NoteDeliveryAsync(customer, [sku], DateTimeOffset.UtcNow, TestContext.Current.CancellationToken);
        await transaction.CommitAsync();
    }

    private static ShipmentDelivered Delivered(Guid customer, string sku) => new(
        Guid.NewGuid(), Guid.NewGuid(), "E-1", customer, "ada@example.com", "en", [new ShipmentLineDto(Guid.NewGuid(), sku, 1)], "Carrier", "1Z", null, DateTimeOffset.UtcNow);

    private static async Task<HttpResponseMessage> WriteAsync(HttpClient client, Guid product, int rating, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/products/{product}/reviews")
        {
            Content = JsonContent.Create(new { rating, title = "As it is", text = "Used it for a week.", author = "Ada" }),
        };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await client.SendAsync(request);
    }

    private static async Task<JsonElement> WrittenAsync(HttpClient client, Guid product, int rating)
    {
        var response = await WriteAsync(client, product, rating);
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }

    private (Guid Id, HttpClient Client) Customer()
    {
        var id = Guid.NewGuid();
        return (id, service.With(TestTokens.Customer(id)));
    }

    private async Task<HttpResponseMessage> DecideAsync(JsonElement review, string decision) =>
        await Support.PostAsJsonAsync($"/api/v1/reviews/{review.GetProperty("id").GetGuid()}/{decision}", new { reason = "Not about the product." });

    private async Task<List<Guid>> QueueAsync()
    {
        var found = new List<Guid>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await Support.GetFromJsonAsync($"/api/v1/reviews?status=pending&limit=100&cursor={cursor}");
            found.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()));
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }

        return found;
    }

    private async Task<List<JsonElement>> ShownAsync(Guid product) =>
        [.. (await service.Anonymous().GetFromJsonAsync($"/api/v1/products/{product}/reviews")).GetProperty("items").EnumerateArray()];

    private async Task<List<JsonElement>> AllAsync(Guid product, string sort)
    {
        var found = new List<JsonElement>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await service.Anonymous().GetFromJsonAsync($"/api/v1/products/{product}/reviews?limit=2&sort={sort}&cursor={cursor}");
            found.AddRange(page.GetProperty("items").EnumerateArray());
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }

        return found;
    }

    private async Task<(int Count, decimal Average)> RatingAsync(Guid product) => (
        await service.ScalarAsync<int>($"SELECT count FROM product_ratings WHERE product_id = '{product}'"),
        await service.ScalarAsync<decimal>($"SELECT average FROM product_ratings WHERE product_id = '{product}'"));

    private async Task<(int Helpful, int Unhelpful)> VotesAsync(Guid product)
    {
        var review = (await ShownAsync(product)).ShouldHaveSingleItem();
        return (review.GetProperty("helpful").GetInt32(), review.GetProperty("unhelpful").GetInt32());
    }
}
