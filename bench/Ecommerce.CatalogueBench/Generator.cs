namespace Ecommerce.CatalogueBench;

/// <summary>Makes a catalogue that looks like a shop's, of any size, from a seed. Product <c>n</c> of a seed is the same in every size.</summary>
internal static class Generator
{
    private static readonly string[] Syllables = ["nor", "al", "kes", "bra", "sol", "tern", "hal", "mos", "ven", "tor", "lin", "dra", "fal", "wen", "rik", "sta", "bel", "cor", "mar", "os"];
    private static readonly string[] Endings = ["haven", "der", "trel", "cken", "vang", "works", "den", "gate", "ford", "wick", "son", "berg", "by", "mere", "holm", "stad"];
    private static readonly string[] Qualities = ["Classic", "Trail", "Featherlight", "Heritage", "Everyday", "Alpine", "Coastal", "Compact", "Signature", "Weekend", "Urban", "Pro", "Essential", "Nordic", "Summit", "Studio"];
    private static readonly string[] Lines = ["One", "Two", "Plus", "Max", "Lite", "Air", "Core", "Prime", "Neo", "Flex", "Duo", "Era"];
    private static readonly string[] Colours = ["Black", "White", "Slate", "Moss", "Ocean", "Rust", "Sand", "Plum", "Amber", "Teal"];
    private static readonly string[] Materials = ["Cotton", "Wool", "Leather", "Aluminium", "Steel", "Bamboo", "Silicone", "Recycled polyester", "Oak", "Glass", "Ceramic", "Linen"];
    private static readonly string[] Clothes = ["XS", "S", "M", "L", "XL"];
    private static readonly string[] Shoes = ["37", "38", "39", "40", "41", "42", "43", "44"];
    private static readonly string[] Storage = ["128 GB", "256 GB", "512 GB"];
    private static readonly string[] None = [];
    private static readonly string[] Phones = ["iPhone 14", "iPhone 15", "iPhone 16", "Galaxy S23", "Galaxy S24", "Pixel 8", "Pixel 9", "Xperia 5"];

    private static readonly Kind[] Kinds =
    [
        new("Clothing", "Jackets", "Jacket", 60, 320, 650, "Size", Clothes, "for wind and weather, cut to move in and lined to last"),
        new("Clothing", "Shirts", "Shirt", 20, 110, 240, "Size", Clothes, "that softens with every wash"),
        new("Clothing", "Trousers", "Trousers", 35, 160, 480, "Size", Clothes, "with room at the knee and pockets where hands look for them"),
        new("Clothing", "Dresses", "Dress", 40, 220, 320, "Size", Clothes, "that travels without a crease"),
        new("Footwear", "Boots", "Boots", 80, 340, 1400, "Size", Shoes, "with a welted sole that a cobbler can renew"),
        new("Footwear", "Trainers", "Trainers", 50, 210, 820, "Size", Shoes, "for pavement and park, breathable and quick to dry"),
        new("Footwear", "Sandals", "Sandals", 30, 120, 520, "Size", Shoes, "that hold on wet rock and look well in town"),
        new("Camping", "Tents", "Tent", 120, 900, 2800, "Size", None, "that one person pitches in five minutes, in rain if need be"),
        new("Camping", "Sleeping Bags", "Sleeping Bag", 60, 480, 1200, "Size", None, "of responsibly sourced down for three seasons"),
        new("Camping", "Stoves", "Stove", 30, 240, 420, "Size", None, "that boils half a litre in three minutes"),
        new("Travel", "Backpacks", "Backpack", 40, 320, 1100, "Size", None, "with a frame that carries the weight to the hips"),
        new("Travel", "Suitcases", "Suitcase", 80, 460, 3200, "Size", None, "with wheels that roll quietly and can be replaced"),
        new("Kitchen", "Knives", "Knife", 20, 260, 300, "Size", None, "of layered steel with a handle that fits large and small hands"),
        new("Kitchen", "Pans", "Pan", 30, 230, 1600, "Size", None, "that sears, goes into the oven and cleans with a cloth"),
        new("Kitchen", "Mugs", "Mug", 8, 40, 350, "Size", None, "of stoneware, thrown by hand and glazed inside"),
        new("Home", "Blankets", "Blanket", 40, 260, 1300, "Size", None, "woven on old looms"),
        new("Home", "Lamps", "Lamp", 30, 340, 1500, "Size", None, "with warm light that dims to the glow of a candle"),
        new("Home", "Shelves", "Shelf", 40, 520, 9000, "Size", None, "that needs no tools and bears books"),
        new("Cycling", "Helmets", "Helmet", 40, 260, 320, "Size", Clothes, "with rotation protection and a dial that turns with gloves on"),
        new("Cycling", "Lights", "Light", 15, 130, 110, "Size", None, "seen from half a mile that charges from any socket"),
        new("Electronics", "Headphones", "Headphones", 40, 480, 260, "Size", None, "that silence the train and last for a week"),
        new("Electronics", "Speakers", "Speaker", 30, 420, 900, "Size", None, "that fills a room and survives a pool"),
        new("Electronics", "Phones", "Smartphone", 200, 1400, 190, "Storage", Storage, "with a battery for two days and updates for seven years"),
        new("Electronics", "Phone Cases", "Case", 12, 60, 60, "Size", None, "that takes the fall"),
    ];

    public static IEnumerable<Goods> Make(int variants, int seed)
    {
        for (var (number, made) = (0, 0); made < variants; number++)
        {
            var goods = Make(number, seed, variants - made);
            made += goods.Articles.Count;
            yield return goods;
        }
    }

    private static Goods Make(int number, int seed, int most)
    {
        var chance = Chance.Of(seed, number);
        var kind = chance.Among(Kinds);
        var brand = Capital(chance.Among(Syllables) + chance.Among(Endings));
        var isCase = kind.Noun == "Case";
        var name = isCase
            ? $"{brand} {chance.Among(Qualities)} Case for {chance.Among(Phones)}"
            : $"{brand} {chance.Among(Qualities)} {kind.Noun} {chance.Among(Lines)} {chance.Below(90) + 10}";
        var material = chance.Among(Materials);
        var price = ((kind.From + chance.Below(kind.To - kind.From)) * 100L) + 99;
        var isReduced = chance.Below(6) == 0;
        var colours = 1 + chance.Below(3);
        var firstColour = chance.Below(Colours.Length);
        var sizes = kind.Sizes.Length == 0 ? 1 : 2 + chance.Below(kind.Sizes.Length - 1);
        var articles = new List<Article>();
        for (var colour = 0; colour < colours; colour++)
        {
            for (var size = 0; size < sizes && articles.Count < most; size++)
            {
                var amount = price + (kind.Option == "Storage" ? size * 10_000 : 0);
                articles.Add(new Article(
                    $"{kind.Noun[..Math.Min(3, kind.Noun.Length)].ToUpperInvariant()}-{number:D7}-{articles.Count:D2}", Ean((number * 100L) + articles.Count),
                    Colours[(firstColour + colour) % Colours.Length], kind.Option, kind.Sizes.Length == 0 ? null : kind.Sizes[size], kind.Grams + chance.Below(kind.Grams),
                    amount, isReduced ? amount * 5 / 4 : null));
            }
        }

        var handle = $"{Slug(name)}-{number}";
        return new Goods(
            handle, name, $"{material} {kind.Noun.ToLowerInvariant()} {kind.Text}. Made by {brand}.", brand, kind.Department, kind.Shelf, material, 1 + chance.Below(10), chance.Below(3) == 0, articles);
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string Slug(string name) => name.ToLowerInvariant().Replace(' ', '-');

    // In-store numbers begin with 2; the last digit checks the others.
    private static string Ean(long number)
    {
        var digits = $"2{number:D11}";
        var sum = digits.Select((digit, index) => (digit - '0') * (index % 2 == 0 ? 1 : 3)).Sum();
        return $"{digits}{(10 - (sum % 10)) % 10}";
    }
}
