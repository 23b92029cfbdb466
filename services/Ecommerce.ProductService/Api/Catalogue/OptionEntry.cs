namespace Ecommerce.ProductService.Api.Catalogue;

internal sealed record OptionEntry(string Name, string Value);
