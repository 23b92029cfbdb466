using System.Globalization;
using System.Text.Json;

namespace Ecommerce.CatalogueBench;

/// <summary>Writes a catalogue as an import takes it. No text of it has a comma or a quote but the description.</summary>
internal static class CatalogueFile
{
    /// <returns>How many products it has.</returns>
    public static async Task<int> WriteAsync(TextWriter output, int variants, int seed, bool isCsv, IReadOnlyList<string> currencies)
    {
        var products = 0;
        if (isCsv)
        {
            await output.WriteAsync("handle,name,description,brand,categories,status,attributes,sku,barcode,options,weight_grams");
            await output.WriteLineAsync(string.Concat(currencies.Select(currency => $",price_{currency},compare_at_{currency}")));
        }

        foreach (var goods in Generator.Make(variants, seed))
        {
            products++;
            var isFirst = true;
            foreach (var article in goods.Articles)
            {
                await output.WriteLineAsync(isCsv ? Csv(goods, article, isFirst, currencies) : Json(goods, article, isFirst, currencies));
                isFirst = false;
            }
        }

        return products;
    }

    // What there is of the product stands in its first line.
    private static string Csv(Goods goods, Article article, bool isFirst, IReadOnlyList<string> currencies)
    {
        var product = isFirst
            ? $"{goods.Name},\"{goods.Description}\",{goods.Brand},{goods.Department} > {goods.Shelf},active,material={goods.Material}|warranty_years={goods.WarrantyYears}|waterproof={(goods.IsWaterproof ? "true" : "false")}"
            : ",,,,,";
        var options = article.Size is null ? $"Colour={article.Colour}" : $"Colour={article.Colour}|{article.SizeName}={article.Size}";
        return string.Create(CultureInfo.InvariantCulture, $"{goods.Handle},{product},{article.Sku},{article.Barcode},{options},{article.Grams}{string.Concat(currencies.Select((_, index) => $",{In(article.Price, index)},{In(article.CompareAt, index)}"))}");
    }

    private static string Json(Goods goods, Article article, bool isFirst, IReadOnlyList<string> currencies)
    {
        var line = new Dictionary<string, object> { ["handle"] = goods.Handle };
        if (isFirst)
        {
            line["name"] = goods.Name;
            line["description"] = goods.Description;
            line["brand"] = goods.Brand;
            line["categories"] = new[] { new[] { goods.Department, goods.Shelf } };
            line["status"] = "active";
            line["attributes"] = new Dictionary<string, string>
            {
                ["material"] = goods.Material,
                ["warranty_years"] = goods.WarrantyYears.ToString(CultureInfo.InvariantCulture),
                ["waterproof"] = goods.IsWaterproof ? "true" : "false",
            };
        }

        var options = new Dictionary<string, string> { ["Colour"] = article.Colour };
        if (article.Size is not null)
        {
            options[article.SizeName] = article.Size;
        }

        line["sku"] = article.Sku;
        line["barcode"] = article.Barcode;
        line["options"] = options;
        line["weightGrams"] = article.Grams;
        line["prices"] = currencies.Select((currency, index) => (currency, index)).ToDictionary(
            price => price.currency, price => new Dictionary<string, long?> { ["amount"] = In(article.Price, price.index), ["compareAt"] = In(article.CompareAt, price.index) });
        return JsonSerializer.Serialize(line);
    }

    // The other currencies are a little less each.
    private static long? In(long? amount, int currency) => amount is { } price ? price * (100 - (currency * 8)) / 100 : null;
}
