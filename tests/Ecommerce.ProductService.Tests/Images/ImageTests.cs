using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Ecommerce.ProductService.Application.Images;
using Ecommerce.ProductService.Tests.Fixture;
using Ecommerce.Testing.Probing;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;

namespace Ecommerce.ProductService.Tests.Images;

public sealed class ImageTests(ProductServiceFixture service)
{
    [Theory]
    [InlineData("image/jpeg", SKEncodedImageFormat.Jpeg)]
    [InlineData("image/png", SKEncodedImageFormat.Png)]
    [InlineData("image/webp", SKEncodedImageFormat.Webp)]
    public async Task An_image_is_served_in_all_sizes_to_be_kept_for_ever(string type, SKEncodedImageFormat format)
    {
        var (_, product) = await service.SellAsync();
        var image = await AddedAsync(product, Pictures.Make(1600, 800, format), type);

        image.GetProperty("renditions").EnumerateArray().Select(r => (r.GetProperty("name").GetString(), r.GetProperty("width").GetInt32(), r.GetProperty("height").GetInt32()))
            .ShouldBe([("thumbnail", 200, 100), ("medium", 600, 300), ("large", 1200, 600), ("full", 1600, 800)]);
        foreach (var rendition in image.GetProperty("renditions").EnumerateArray())
        {
            var url = rendition.GetProperty("url").GetString()!;
            var served = await service.Anonymous().GetAsync(url);
            served.StatusCode.ShouldBe(HttpStatusCode.OK);
            served.Content.Headers.ContentType!.MediaType.ShouldBe("image/webp");
            served.Headers.CacheControl!.ToString().ShouldContain("immutable");
            served.Headers.CacheControl.MaxAge.ShouldBe(TimeSpan.FromDays(365));
            served.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            using var decoded = SKBitmap.Decode(await served.Content.ReadAsByteArrayAsync());
            decoded.Width.ShouldBe(rendition.GetProperty("width").GetInt32());

            using var again = new HttpRequestMessage(HttpMethod.Get, url);
            again.Headers.IfNoneMatch.Add(served.Headers.ETag!);
            var known = await service.Anonymous().SendAsync(again);
            known.StatusCode.ShouldBe(HttpStatusCode.NotModified);
            known.Headers.ETag.ShouldBe(served.Headers.ETag);
            (await known.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_picture_comes_out_upright_and_without_the_place_where_it_was_taken()
    {
        var (_, product) = await service.SellAsync();
        var uploaded = Pictures.FromCamera(400, 200);
        Encoding.Latin1.GetString(uploaded).ShouldContain(Pictures.Place);

        var image = await AddedAsync(product, uploaded, "image/jpeg");

        (image.GetProperty("width").GetInt32(), image.GetProperty("height").GetInt32()).ShouldBe((200, 400));
        var served = await service.Anonymous().GetByteArrayAsync(image.GetProperty("url").GetString());
        Encoding.Latin1.GetString(served).ShouldNotContain("GPS");
        Encoding.Latin1.GetString(served).ShouldNotContain("Exif");
        using var decoded = SKBitmap.Decode(served);
        decoded.GetPixel(100, 50).Red.ShouldBeGreaterThan((byte)200, "what was left is above");
        decoded.GetPixel(100, 350).Blue.ShouldBeGreaterThan((byte)200);
    }

    [Fact]
    public async Task A_small_image_is_not_enlarged()
    {
        var (_, product) = await service.SellAsync();
        var image = await AddedAsync(product, Pictures.Make(50, 40, SKEncodedImageFormat.Png), "image/png");

        image.GetProperty("renditions").EnumerateArray().ShouldAllBe(r => r.GetProperty("width").GetInt32() == 50 && r.GetProperty("height").GetInt32() == 40);
    }

    [Fact]
    public async Task What_is_no_image_or_lies_about_its_type_or_is_a_bomb_is_refused()
    {
        var (_, product) = await service.SellAsync();
        var png = Pictures.Make(100, 100, SKEncodedImageFormat.Png);
        async Task RefusedAsync(byte[] content, string type, HttpStatusCode status, string code)
        {
            var refused = await UploadAsync(product, content, type);
            (refused.StatusCode, await refused.CodeAsync()).ShouldBe((status, code));
        }

        await RefusedAsync(png, "image/jpeg", HttpStatusCode.UnsupportedMediaType, "image.type_mismatch");
        await RefusedAsync("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(), "image/svg+xml", HttpStatusCode.UnsupportedMediaType, "image.unsupported");
        await RefusedAsync("<html><script>alert(1)</script></html>"u8.ToArray(), "image/png", HttpStatusCode.UnsupportedMediaType, "image.unsupported");
        await RefusedAsync(png, "text/html", HttpStatusCode.UnsupportedMediaType, "image.unsupported");
        await RefusedAsync([], "image/png", HttpStatusCode.UnsupportedMediaType, "image.unsupported");
        await RefusedAsync(png[..(png.Length / 2)], "image/png", HttpStatusCode.UnprocessableEntity, "image.damaged");
        await RefusedAsync([.. png[..8], .. "nothing of a picture"u8], "image/png", HttpStatusCode.UnprocessableEntity, "image.damaged");
        await RefusedAsync(Pictures.Bomb(), "image/png", HttpStatusCode.UnprocessableEntity, "image.too_many_pixels");
        await RefusedAsync([.. png, .. new byte[10 << 20]], "image/png", HttpStatusCode.RequestEntityTooLarge, "image.too_large");
        (await UploadAsync(Guid.NewGuid(), png, "image/png")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await service.Merchandiser.GetFromJsonAsync($"/api/v1/products/{product}/images")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_script_behind_an_image_does_not_come_out_again()
    {
        var (_, product) = await service.SellAsync();
        var image = await AddedAsync(product, [.. Pictures.Make(100, 100, SKEncodedImageFormat.Png), .. "<script>alert(1)</script>"u8], "image/png");

        Encoding.Latin1.GetString(await service.Anonymous().GetByteArrayAsync(image.GetProperty("url").GetString())).ShouldNotContain("script");
    }

    [Fact]
    public async Task Images_come_by_form_too_are_put_in_order_described_and_removed()
    {
        var (sku, product) = await service.SellAsync();
        var path = $"/api/v1/products/{product}/images";
        var revision = await RevisionAsync(product);
        using var form = new MultipartFormDataContent { { new StringContent("From the left"), "alt" }, { new StringContent(sku), "sku" } };
        var file = new ByteArrayContent(Pictures.Make(100, 50, SKEncodedImageFormat.Jpeg));
        file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        form.Add(file, "file", "left.jpg");
        var first = await (await service.Merchandiser.PostAsync(path, form)).JsonAsync();
        (first.GetProperty("alt").GetString(), first.GetProperty("sku").GetString()).ShouldBe(("From the left", sku));
        var second = await AddedAsync(product, Pictures.Make(60, 60, SKEncodedImageFormat.Png), "image/png");
        (await RevisionAsync(product)).ShouldBeGreaterThan(revision, "whoever shows the product hears of it");

        var ids = new[] { second.GetProperty("id").GetGuid(), first.GetProperty("id").GetGuid() };
        (await service.Merchandiser.PutAsJsonAsync($"{path}/order", new { imageIds = ids })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ListAsync(product)).Select(image => image.GetProperty("id").GetGuid()).ShouldBe(ids);
        (await (await service.Merchandiser.PutAsJsonAsync($"{path}/order", new { imageIds = ids[..1] })).CodeAsync()).ShouldBe("image.order_incomplete");
        (await (await service.Merchandiser.PutAsJsonAsync($"{path}/order", new { imageIds = new[] { ids[0], ids[0] } })).CodeAsync()).ShouldBe("image.order_incomplete");

        (await service.Merchandiser.PutAsJsonAsync($"{path}/{ids[0]}", new { alt = "From above" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ListAsync(product))[0].GetProperty("alt").GetString().ShouldBe("From above");
        (await (await service.Merchandiser.PutAsJsonAsync($"{path}/{ids[0]}", new { sku = "OTHERS-1" })).CodeAsync()).ShouldBe("image.not_its_variant");
        (await (await service.Merchandiser.PutAsJsonAsync($"{path}/{Guid.NewGuid()}", new { alt = "x" })).CodeAsync()).ShouldBe("image.not_found");

        (await service.Merchandiser.DeleteAsync($"{path}/{ids[0]}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await (await service.Merchandiser.DeleteAsync($"{path}/{ids[0]}")).CodeAsync()).ShouldBe("image.not_found");
        (await ListAsync(product)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_product_has_at_most_thirty_images_also_when_two_come_at_once()
    {
        var (_, product) = await service.SellAsync();
        await service.ScalarAsync<long>($"""
            WITH added AS (
              INSERT INTO product_images (id, product_id, position, url, width, height)
              SELECT gen_random_uuid(), '{product}', number, '/api/v1/images/none', 1, 1 FROM generate_series(1, 29) AS number RETURNING 1)
            SELECT count(*) FROM added
            """);
        var content = Pictures.Make(20, 20, SKEncodedImageFormat.Png);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => UploadAsync(product, content, "image/png")));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        foreach (var refused in answers.Where(answer => answer.StatusCode != HttpStatusCode.Created))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await refused.CodeAsync()).ShouldBe("image.too_many");
        }

        (await ListAsync(product)).Length.ShouldBe(30);
    }

    [Fact]
    public async Task Shoppers_see_which_article_an_image_shows_until_that_is_removed()
    {
        var staff = new CatalogueClient(service);
        var made = await staff.ProductAsync();
        var large = CatalogueClient.Unique("L");
        await CatalogueClient.OkAsync(await staff.Http.PutAsJsonAsync($"{made.Path}/variants/{large}", new { options = new { Size = "L" } }));
        var image = await AddedAsync(made.Id, Pictures.Make(30, 30, SKEncodedImageFormat.Png), "image/png");
        await staff.Http.PutAsJsonAsync($"/api/v1/products/{made.Id}/images/{image.GetProperty("id").GetGuid()}", new { alt = "The large one", sku = large });

        (await staff.PageAsync(made.Slug)).GetProperty("images")[0].GetProperty("sku").GetString().ShouldBe(large);

        await CatalogueClient.OkAsync(await staff.Http.DeleteAsync($"{made.Path}/variants/{large}"));
        var left = (await staff.PageAsync(made.Slug)).GetProperty("images")[0];
        left.GetProperty("alt").GetString().ShouldBe("The large one");
        left.TryGetProperty("sku", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_repeated_upload_under_one_key_is_one_image()
    {
        var (_, product) = await service.SellAsync();
        var content = Pictures.Make(70, 70, SKEncodedImageFormat.Png);
        var key = Guid.NewGuid().ToString();

        var answers = await Task.WhenAll(UploadAsync(product, content, "image/png", key), UploadAsync(product, content, "image/png", key));
        answers.ShouldContain(answer => answer.StatusCode == HttpStatusCode.Created);
        (await ListAsync(product)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Objects_that_no_image_has_are_removed_and_shared_ones_stay()
    {
        var (_, product) = await service.SellAsync();
        var (_, other) = await service.SellAsync();
        var storage = service.Services.GetRequiredService<IImageStorage>();
        var token = TestContext.Current.CancellationToken;
        var shared = Pictures.Make(90, 30, SKEncodedImageFormat.Png);
        var image = await AddedAsync(product, shared, "image/png");
        var twin = await AddedAsync(other, shared, "image/png");
        var kept = image.GetProperty("url").GetString()![^69..];
        twin.GetProperty("url").GetString()![^69..].ShouldBe(kept);

        // As an upload leaves it that dies between storing and committing.
        var orphan = new string('0', 63) + "1.webp";
        await service.ScalarAsync<object>($"INSERT INTO image_objects (name, noted_at) VALUES ('{orphan}', now() - interval '2 hours') RETURNING 1");
        await storage.PutAsync(orphan, new byte[] { 1 }, token);
        await service.Merchandiser.DeleteAsync($"/api/v1/products/{product}/images/{image.GetProperty("id").GetGuid()}");
        await service.ScalarAsync<object>($"UPDATE image_objects SET noted_at = now() - interval '2 hours' WHERE name = '{kept}' RETURNING 1");

        await Eventually.HoldsAsync(async () => await storage.OpenAsync(orphan, token) is not { } found || await DisposedAsync(found), "the orphan goes");
        (await service.Anonymous().GetAsync($"/api/v1/images/{kept}")).StatusCode.ShouldBe(HttpStatusCode.OK, "another product has it");
        await service.Merchandiser.DeleteAsync($"/api/v1/products/{other}/images/{twin.GetProperty("id").GetGuid()}");
        await Eventually.HoldsAsync(async () => (await service.Anonymous().GetAsync($"/api/v1/images/{kept}")).StatusCode == HttpStatusCode.NotFound, "nobody has it any more");
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("..%2f..%2fetc%2fpasswd")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000.webp")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000.webp%0a")]
    public async Task What_was_never_stored_is_not_found(string name) =>
        (await service.Anonymous().GetAsync($"/api/v1/images/{name}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    private static async Task<bool> DisposedAsync(Stream stream)
    {
        await stream.DisposeAsync();
        return false;
    }

    private Task<long> RevisionAsync(Guid product) =>
        service.ScalarAsync<long>($"SELECT COALESCE((SELECT revision FROM product_changes WHERE product_id = '{product}'), 0)");

    private async Task<JsonElement[]> ListAsync(Guid product) => [.. (await service.Merchandiser.GetFromJsonAsync($"/api/v1/products/{product}/images")).EnumerateArray()];

    private async Task<JsonElement> AddedAsync(Guid product, byte[] content, string type)
    {
        var response = await UploadAsync(product, content, type);
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return await response.JsonAsync();
    }

    private async Task<HttpResponseMessage> UploadAsync(Guid product, byte[] content, string type, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/products/{product}/images") { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await service.Merchandiser.SendAsync(request);
    }
}
