using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Ecommerce.ProductService.Tests.Fixture;
using Ecommerce.Testing.Probing;
using Ecommerce.Testing.Servers;
using RabbitMQ.Client;

namespace Ecommerce.ProductService.Tests;

public sealed class PriceDropTests(ProductServiceFixture service)
{
    private readonly CatalogueClient _staff = new(service);

    [Fact]
    public async Task A_price_that_falls_is_told_whether_staff_a_sale_or_an_import_lowers_it_and_one_that_rises_is_not()
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(TestServers.Current.Messaging) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        var exchange = service.MessagingPrefix + "ecommerce.events";
        await channel.ExchangeDeclareAsync(exchange, ExchangeType.Topic, durable: true);
        var queue = (await channel.QueueDeclareAsync()).QueueName;
        await channel.QueueBindAsync(queue, exchange, "product.price_dropped.v1");
        var made = await _staff.ProductAsync(price: 2000);

        await CatalogueClient.OkAsync(await _staff.Http.PutAsJsonAsync(made.PricePath, new { amount = 2500 }));
        await CatalogueClient.OkAsync(await _staff.Http.PutAsJsonAsync(made.PricePath, new { amount = 1900 }));
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes($"handle,sku,price_CHF\n{made.Slug},{made.Sku},1800\n"));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        await CatalogueClient.OkAsync(await _staff.Http.PostAsync("/api/v1/catalogue/imports", content), System.Net.HttpStatusCode.Accepted);
        await Eventually.HoldsAsync(async () => await service.ScalarAsync<long>($"SELECT amount FROM variant_prices WHERE sku = '{made.Sku}'") == 1800, "the import is stored");
        await CatalogueClient.OkAsync(await _staff.Http.PostAsJsonAsync($"{made.PricePath}/sales", new { amount = 1000 }));

        var told = new List<(long Old, long New)>();
        await Eventually.HoldsAsync(
            async () =>
            {
                while (await channel.BasicGetAsync(queue, autoAck: true) is { } message)
                {
                    var data = JsonDocument.Parse(message.Body).RootElement.GetProperty("data");
                    if (data.GetProperty("sku").GetString() == made.Sku)
                    {
                        told.Add((data.GetProperty("oldPrice").GetInt64(), data.GetProperty("newPrice").GetInt64()));
                    }
                }

                return told.Count >= 3;
            },
            "three are told of");
        told.ShouldBe([(2500, 1900), (1900, 1800), (1800, 1000)]);
    }
}
