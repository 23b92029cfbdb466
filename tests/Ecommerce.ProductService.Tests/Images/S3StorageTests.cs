using Amazon.S3;
using Ecommerce.ProductService.Infrastructure.Images;

namespace Ecommerce.ProductService.Tests.Images;

public sealed class S3StorageTests
{
    private const string Name = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff.webp";

    [Fact]
    public async Task Objects_are_stored_read_and_removed_over_signed_requests()
    {
        var server = new S3Server("key", "secret");
        await using var running = await server.StartAsync();
        using var client = ClientOf(running.Address, "secret");
        var storage = new S3ImageStorage(client, "pictures");
        var token = TestContext.Current.CancellationToken;
        var content = Enumerable.Range(0, 300_000).Select(number => (byte)number).ToArray();

        (await storage.OpenAsync(Name, token)).ShouldBeNull();
        await storage.PutAsync(Name, content, token);
        await storage.PutAsync(Name, content, token);
        server.Objects.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            stored => stored.Key.ShouldBe($"/pictures/{Name}"),
            stored => stored.Value.ShouldBe(content, "no framing of the client's own is stored with it"));

        await using (var found = await storage.OpenAsync(Name, token))
        {
            using var read = new MemoryStream();
            await found.ShouldNotBeNull().CopyToAsync(read, token);
            read.ToArray().ShouldBe(content);
        }

        await storage.DeleteAsync(Name, token);
        await storage.DeleteAsync(Name, token);
        server.Objects.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_and_a_server_that_is_away_is_an_outage()
    {
        var server = new S3Server("key", "secret");
        await using var running = await server.StartAsync();
        var token = TestContext.Current.CancellationToken;
        using var wrong = ClientOf(running.Address, "guessed");
        await Should.ThrowAsync<AmazonS3Exception>(() => new S3ImageStorage(wrong, "pictures").PutAsync(Name, new byte[] { 1 }, token));
        server.Objects.ShouldBeEmpty();

        server.IsDown = true;
        using var right = ClientOf(running.Address, "secret");
        await Should.ThrowAsync<HttpRequestException>(() => new S3ImageStorage(right, "pictures").OpenAsync(Name, token));
    }

    [Fact]
    public void What_the_storage_lacks_is_named_at_the_start() =>
        Should.Throw<InvalidOperationException>(() => ImageServices.ClientOf(new ImageSettings { Storage = "s3", AccessKey = "key" })).Message.ShouldContain("Images:SecretKey");

    private static IAmazonS3 ClientOf(Uri address, string secret) =>
        ImageServices.ClientOf(new ImageSettings { Storage = "s3", Endpoint = address.ToString(), AccessKey = "key", SecretKey = secret });
}
