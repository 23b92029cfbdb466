using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ecommerce.Contracts.Product;
using Ecommerce.ProductService.Tests.Fixture;

namespace Ecommerce.ProductService.Tests;

public sealed class CategoryTests(ProductServiceFixture service)
{
    private readonly CatalogueClient _staff = new(service);

    [Fact]
    public async Task A_category_moves_with_all_that_it_holds_and_breadcrumbs_are_right_at_once()
    {
        var (top, other) = (await _staff.CategoryAsync(), await _staff.CategoryAsync());
        var middle = await _staff.CategoryAsync(top.Id);
        var leaf = await _staff.CategoryAsync(middle.Id);
        var made = await _staff.ProductAsync(categories: [leaf.Id]);
        (await CrumbsAsync(made)).ShouldBe([top.Slug, middle.Slug, leaf.Slug]);

        await CatalogueClient.OkAsync(await _staff.MoveAsync(middle.Id, other.Id));

        (await CrumbsAsync(made)).ShouldBe([other.Slug, middle.Slug, leaf.Slug]);
        await Ecommerce.Testing.Probing.Eventually.HoldsAsync(
            async () => await InAsync(other.Slug) == 1 && await InAsync(top.Slug) == 0, "searches know where it lies", TimeSpan.FromSeconds(5));
        var lookup = await service.OrderService.PostAsJsonAsync("/internal/v1/variants/lookup", new { skus = new[] { made.Sku }, currency = "CHF" });
        (await lookup.JsonAsync()).GetProperty("variants")[0].GetProperty("categoryIds").EnumerateArray().Select(id => id.GetGuid())
            .ShouldBe([other.Id, middle.Id, leaf.Id], ignoreOrder: true);
    }

    [Fact]
    public async Task Whoever_keeps_copies_hears_of_each_change_of_a_category()
    {
        await using var changes = await Listener<ShelfChanged>.StartAsync(service);
        var (other, made) = (await _staff.CategoryAsync(), await _staff.CategoryAsync());
        await CatalogueClient.OkAsync(await _staff.MoveAsync(made.Id, other.Id));
        (await _staff.Http.DeleteAsync($"/api/v1/categories/{made.Id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await changes.HearAsync($"shelf/{made.Id}", 3)).Select(change => change.Kind).ShouldBe(["category", "category", "category"]);
    }

    [Fact]
    public async Task A_category_is_never_moved_into_itself()
    {
        var top = await _staff.CategoryAsync();
        var leaf = await _staff.CategoryAsync(top.Id);
        foreach (var target in new[] { top.Id, leaf.Id })
        {
            var refused = await _staff.MoveAsync(top.Id, target);
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await refused.CodeAsync()).ShouldBe("category.cycle");
        }
    }

    [Fact]
    public async Task Moves_against_each_other_never_make_a_cycle_and_every_path_is_that_of_its_parents()
    {
        var shelves = new List<Guid>();
        for (var number = 0; number < 8; number++)
        {
            shelves.Add((await _staff.CategoryAsync()).Id);
        }

        // Each under each: of two that go into each other one is refused, or there would be a cycle.
        var moves = shelves.SelectMany(one => shelves.Where(other => other != one).Select(other => (one, other))).OrderBy(_ => Guid.NewGuid()).ToList();
        var answers = await Task.WhenAll(moves.Select(move => _staff.MoveAsync(move.one, move.other)));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK || answer.StatusCode == HttpStatusCode.UnprocessableEntity || answer.StatusCode == HttpStatusCode.Conflict);
        answers.ShouldContain(answer => answer.StatusCode == HttpStatusCode.OK);
        (await service.ScalarAsync<long>("""
            SELECT count(*) FROM categories c LEFT JOIN categories p ON p.id = c.parent_id WHERE c.path <> COALESCE(p.path, '{}') || c.id
            """)).ShouldBe(0);
    }

    [Fact]
    public async Task A_category_is_deleted_when_it_is_empty_and_not_while_a_product_is_just_put_in()
    {
        var top = await _staff.CategoryAsync();
        var leaf = await _staff.CategoryAsync(top.Id);
        (await (await _staff.Http.DeleteAsync($"/api/v1/categories/{top.Id}")).CodeAsync()).ShouldBe("category.in_use");
        var made = await _staff.ProductAsync();

        var put = _staff.Http.PutAsJsonAsync(made.Path, new { name = "In", categoryIds = new[] { leaf.Id } });
        var deleted = _staff.Http.DeleteAsync($"/api/v1/categories/{leaf.Id}");
        await Task.WhenAll(put, deleted);

        // One of the two.
        ((await put).IsSuccessStatusCode, (await deleted).IsSuccessStatusCode).ShouldBeOneOf((true, false), (false, true));
        (await service.ScalarAsync<long>("SELECT count(*) FROM products p CROSS JOIN unnest(p.category_ids) AS c WHERE NOT EXISTS (SELECT FROM categories x WHERE x.id = c)")).ShouldBe(0);
    }

    [Fact]
    public async Task A_category_that_is_renamed_is_not_moved_on_the_way()
    {
        var (top, other) = (await _staff.CategoryAsync(), await _staff.CategoryAsync());
        var refused = await _staff.Http.PutAsJsonAsync($"/api/v1/categories/{top.Id}", new { slug = top.Slug, name = "Renamed", parentId = other.Id });

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await CatalogueClient.OkAsync(await _staff.Http.PutAsJsonAsync($"/api/v1/categories/{top.Id}", new { slug = top.Slug, name = "Renamed" }))).GetProperty("name").GetString().ShouldBe("Renamed");
    }

    [Fact]
    public async Task A_tree_is_at_most_twenty_deep()
    {
        Guid? parent = null;
        for (var depth = 0; depth < 20; depth++)
        {
            parent = (await _staff.CategoryAsync(parent)).Id;
        }

        var refused = await _staff.Http.PostAsJsonAsync("/api/v1/categories", new { name = CatalogueClient.Unique("deep"), parentId = parent });
        (await refused.CodeAsync()).ShouldBe("category.too_deep");
    }

    private async Task<IEnumerable<string?>> CrumbsAsync(CatalogueClient.Made made) =>
        (await _staff.PageAsync(made.Slug)).GetProperty("breadcrumbs")[0].EnumerateArray().Select(crumb => crumb.GetProperty("slug").GetString());

    private async Task<int> InAsync(string slug) =>
        (await service.Anonymous().GetFromJsonAsync($"/api/v1/products?currency=CHF&category={slug}")).GetProperty("items").GetArrayLength();
}
