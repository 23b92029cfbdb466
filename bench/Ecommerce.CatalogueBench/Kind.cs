namespace Ecommerce.CatalogueBench;

/// <summary>A sort of goods: where it stands, what it is called, what it costs (whole units) and what it comes in.</summary>
internal sealed record Kind(string Department, string Shelf, string Noun, int From, int To, int Grams, string Option, string[] Sizes, string Text);
