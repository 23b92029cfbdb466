using Ecommerce.SharedKernel.Results;

namespace Ecommerce.ProductService.Domain.Images;

/// <summary>Every refusal of images, by its stable code.</summary>
internal static class ImageErrors
{
    public static readonly Error NotFound = Error.NotFound("image.not_found", "There is no such image.");

    public static readonly Error Missing = Error.Invalid("image.missing", "The request holds no file named 'file'.");

    public static readonly Error NotAnImage =
        new("image.unsupported", "The content is no JPEG, PNG or WebP image, whatever it is called.", ErrorKind.UnsupportedMediaType);

    public static readonly Error TypeMismatch = new("image.type_mismatch", "The content is not of the type that it is said to be.", ErrorKind.UnsupportedMediaType);

    public static readonly Error Damaged = Error.Refused("image.damaged", "The image is damaged or cut off.");

    public static readonly Error TooLarge = new("image.too_large", $"An image has at most {ImageRules.MostBytes >> 20} MiB.", ErrorKind.TooLarge);

    public static readonly Error TooManyPixels = Error.Refused(
        "image.too_many_pixels", $"An image has at most {ImageRules.LongestSide} pixels a side and {ImageRules.MostPixels / 1_000_000} million in all.");

    public static readonly Error TooMany = Error.Refused("image.too_many", $"A product has at most {ImageRules.MostPerProduct} images.");

    public static readonly Error NotItsVariant = Error.Refused("image.not_its_variant", "The product has no such variant.");

    public static readonly Error OtherImages = Error.Conflict("image.order_incomplete", "The order has to name each image of the product once.");
}
