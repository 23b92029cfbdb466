using Ecommerce.ProductService.Domain;
using Ecommerce.ProductService.Domain.Catalogue;

namespace Ecommerce.ProductService.Infrastructure.Demo;

/// <summary>Makes the goods of the demonstration shop from a few word lists; deterministic.</summary>
internal static class DemoGoods
{
    private const int Seed = 20260101;
    private const int ProductsPerShelf = 10;
    private const int UnitsPerVariant = 100_000;

    private static readonly string[] BrandNames = ["Nordhaven", "Alder & Finch", "Kestrel", "Bracken", "Solvang", "Tern Works", "Halden", "Mossgate"];
    private static readonly string[] Qualities = ["Classic", "Trail", "Featherlight", "Heritage", "Everyday", "Alpine", "Coastal", "Compact", "Signature", "Weekend"];
    private static readonly string[] Colours = ["Black", "Slate", "Moss", "Ocean", "Rust", "Sand"];
    private static readonly string[] Sizes = ["S", "M", "L", "XL"];
    private static readonly string[] Shoes = ["39", "41", "43", "45"];

    private static readonly Shelf[] Shelves =
    [
        new("Clothing", "Jackets", "Jacket", 8900, 24900, 650, "A jacket for wind and weather, cut to move in and lined to last.", Sizes),
        new("Clothing", "Shirts", "Shirt", 2900, 8900, 240, "A shirt of organic cotton that softens with every wash.", Sizes),
        new("Clothing", "Trousers", "Trousers", 4900, 12900, 480, "Trousers with room at the knee and pockets where hands look for them.", Sizes),
        new("Footwear", "Boots", "Boots", 9900, 27900, 1400, "Boots with a welted sole that a cobbler can renew.", Shoes),
        new("Footwear", "Trainers", "Trainers", 5900, 15900, 820, "Trainers for pavement and park, breathable and quick to dry.", Shoes),
        new("Footwear", "Sandals", "Sandals", 3900, 8900, 520, "Sandals that hold on wet rock and look well in town.", Shoes),
        new("Camping", "Tents", "Tent", 14900, 59900, 2800, "A tent that one person pitches in five minutes, in rain if need be.", []),
        new("Camping", "Sleeping Bags", "Sleeping Bag", 7900, 34900, 1200, "A sleeping bag of responsibly sourced down for three seasons.", []),
        new("Camping", "Stoves", "Stove", 3900, 17900, 420, "A stove that boils half a litre in three minutes and packs into its own pot.", []),
        new("Travel", "Backpacks", "Backpack", 5900, 22900, 1100, "A backpack with a frame that carries the weight to the hips.", []),
        new("Travel", "Suitcases", "Suitcase", 9900, 32900, 3200, "A suitcase with wheels that roll quietly and can be replaced.", []),
        new("Travel", "Pouches", "Pouch", 1500, 4900, 120, "A pouch for cables, coins and everything else that gets lost.", []),
        new("Kitchen", "Knives", "Knife", 2900, 19900, 300, "A knife of layered steel with a handle that fits large and small hands.", []),
        new("Kitchen", "Pans", "Pan", 3900, 16900, 1600, "A pan that sears, goes into the oven and cleans with a cloth.", []),
        new("Kitchen", "Mugs", "Mug", 900, 2900, 350, "A mug of stoneware, thrown by hand and glazed inside.", []),
        new("Home", "Blankets", "Blanket", 4900, 18900, 1300, "A blanket of lambswool, woven on old looms.", []),
        new("Home", "Lamps", "Lamp", 3900, 22900, 1500, "A lamp with warm light that dims to the glow of a candle.", []),
        new("Home", "Candles", "Candle", 1200, 4900, 400, "A candle of rapeseed wax that burns for fifty hours.", []),
        new("Cycling", "Helmets", "Helmet", 4900, 18900, 320, "A helmet with rotation protection and a dial that turns with gloves on.", Sizes),
        new("Cycling", "Lights", "Light", 1900, 8900, 110, "A light seen from half a mile that charges from any socket.", []),
        new("Cycling", "Bags", "Pannier", 3900, 13900, 900, "A pannier that clicks on with one hand and keeps out a day of rain.", []),
        new("Electronics", "Headphones", "Headphones", 4900, 34900, 260, "Headphones that silence the train and last for a week.", []),
        new("Electronics", "Speakers", "Speaker", 3900, 29900, 900, "A speaker that fills a room and survives a pool.", []),
        new("Electronics", "Phone Cases", "Phone Case", 1500, 4900, 60, "A phone case of recycled material that takes the fall.", []),
    ];

    public static DemoStock Create(DateTimeOffset now)
    {
#pragma warning disable CA5394 // Not for secrets: the same shop every time is the point.
        var random = new Random(Seed);
        var categories = new List<Category>();
        var products = new List<Product>();
        var stock = new Dictionary<string, int>();
        var parents = new Dictionary<string, Guid>();
        var brands = BrandNames.Select((name, number) => Brand.Of(Id(now, 4, number), Slug.Of(name), name)).ToArray();
        foreach (var (shelf, index) in Shelves.Select((shelf, index) => (shelf, index)))
        {
            if (!parents.TryGetValue(shelf.Department, out var parent))
            {
                parent = parents[shelf.Department] = Id(now, 1, parents.Count);
                categories.Add(Category.Of(parent, null, Slug.Of(shelf.Department), shelf.Department, parents.Count));
            }

            var category = Id(now, 2, index);
            categories.Add(Category.Of(category, parent, Slug.Of(shelf.Name), shelf.Name, index));
            for (var number = 0; number < ProductsPerShelf; number++)
            {
                var brand = brands[random.Next(brands.Length)];
                var name = $"{brand.Name} {Qualities[number]} {shelf.Noun}";
                var slug = Slug.Of(name);
                var price = Round(random.Next(shelf.From, shelf.To));
                var variants = Variants(shelf, index, number, price, random);
                foreach (var variant in variants)
                {
                    stock[variant.Sku] = UnitsPerVariant;
                }

                var product = Product.Create(
                    Id(now, 3, (index * ProductsPerShelf) + number), slug, name, $"{shelf.Text} Made by {brand.Name}.", brand.Id, [category],
                    [.. Enumerable.Range(1, 3).Select(picture => $"https://picsum.photos/seed/{slug}-{picture}/800/800")], variants,
                    now.AddMinutes(-random.Next(500_000)));
                product.Activate(now);
                product.ClearDomainEvents();
                products.Add(product);
            }
        }

        return new DemoStock(brands, categories, products, stock);
    }

    private static List<Variant> Variants(Shelf shelf, int index, int number, long price, Random random)
    {
        var colours = Colours.OrderBy(_ => random.Next()).Take(shelf.Sizes.Length > 0 ? 2 : 3).ToArray();
        var options = shelf.Sizes.Length > 0
            ? colours.SelectMany(colour => shelf.Sizes.Select(size => new Dictionary<string, string> { ["Colour"] = colour, ["Size"] = size }))
            : colours.Select(colour => new Dictionary<string, string> { ["Colour"] = colour });
        return
        [
            .. options.Select((option, position) => Variant.Of(
                $"{Slug.Of(shelf.Noun)[..Math.Min(4, shelf.Noun.Length)].ToUpperInvariant()}-{index:00}{number:00}-{position:00}", option, shelf.Weight, position,
                new Dictionary<string, long> { ["USD"] = price, ["EUR"] = Round(price * 92 / 100), ["GBP"] = Round(price * 79 / 100) })),
        ];
    }
#pragma warning restore CA5394

    // Ends in 90 or 00, as prices in shops do.
    private static long Round(long price) => Math.Max(500, (price / 500 * 500) - 10);

    // The time of the seed with a counter in place of chance: version 7, and the same order on every machine.
    private static Guid Id(DateTimeOffset now, byte kind, int number)
    {
        var bytes = Guid.CreateVersion7(now).ToByteArray(bigEndian: true);
        bytes.AsSpan(6).Clear();
        bytes[6] = 0x70;
        bytes[8] = 0x80;
        bytes[9] = kind;
        BitConverter.TryWriteBytes(bytes.AsSpan(10), number);
        return new Guid(bytes, bigEndian: true);
    }
}
