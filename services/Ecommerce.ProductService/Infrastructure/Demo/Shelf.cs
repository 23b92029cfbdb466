namespace Ecommerce.ProductService.Infrastructure.Demo;

/// <summary>A category of the demonstration shop and what fills it; prices in cents.</summary>
internal sealed record Shelf(string Department, string Name, string Noun, int From, int To, int Weight, string Text, string[] Sizes);
