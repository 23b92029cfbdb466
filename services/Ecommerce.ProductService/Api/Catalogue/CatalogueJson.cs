using System.Text.Json.Serialization;
using Ecommerce.ProductService.Application.Catalogue;
using Ecommerce.ProductService.Application.Import;
using Ecommerce.ServiceDefaults.Paging;

namespace Ecommerce.ProductService.Api.Catalogue;

/// <summary>How the catalogue's requests and answers are read and written, worked out when compiling.</summary>
[JsonSerializable(typeof(ProductRequest))]
[JsonSerializable(typeof(VariantRequest))]
[JsonSerializable(typeof(PriceRequest))]
[JsonSerializable(typeof(SaleRequest))]
[JsonSerializable(typeof(CategoryRequest))]
[JsonSerializable(typeof(MoveCategoryRequest))]
[JsonSerializable(typeof(BrandRequest))]
[JsonSerializable(typeof(AttributeRequest))]
[JsonSerializable(typeof(StaffProductResponse))]
[JsonSerializable(typeof(Page<StaffListItem>))]
[JsonSerializable(typeof(List<CategoryResponse>))]
[JsonSerializable(typeof(Page<BrandItem>))]
[JsonSerializable(typeof(IReadOnlyList<AttributeItem>))]
[JsonSerializable(typeof(ImportJob))]
[JsonSerializable(typeof(Page<ImportJob>))]
[JsonSerializable(typeof(ProductPageResponse))]
[JsonSerializable(typeof(ProductResponse))]
internal sealed partial class CatalogueJson : JsonSerializerContext;
