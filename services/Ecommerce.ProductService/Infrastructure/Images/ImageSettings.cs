namespace Ecommerce.ProductService.Infrastructure.Images;

/// <summary>Where images are kept, section <c>Images</c>.</summary>
internal sealed class ImageSettings
{
    public const string Section = "Images";

    /// <summary><c>file</c> or <c>s3</c>.</summary>
    public string Storage { get; set; } = "file";

    /// <summary>The folder of <c>file</c>; all replicas have to see the same.</summary>
    public string Folder { get; set; } = Path.Combine(Path.GetTempPath(), "ecommerce", "product-images");

    /// <summary>The address of <c>s3</c>.</summary>
    public string? Endpoint { get; set; }

    public string? Bucket { get; set; }

    public string Region { get; set; } = "us-east-1";

    public string? AccessKey { get; set; }

    public string? SecretKey { get; set; }
}
