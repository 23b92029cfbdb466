using Amazon.Runtime;
using Amazon.S3;
using Ecommerce.ProductService.Application.Images;

namespace Ecommerce.ProductService.Infrastructure.Images;

internal static class ImageServices
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static void AddImages(this IHostApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection(ImageSettings.Section).Get<ImageSettings>() ?? new();
        builder.Services.AddSingleton<IImageStorage>(settings.Storage switch
        {
            "file" => new FileImageStorage(settings.Folder),
            "s3" => new S3ImageStorage(ClientOf(settings), Needed(settings.Bucket, nameof(settings.Bucket))),
            var other => throw new InvalidOperationException($"Images:Storage is 'file' or 's3', not '{other}'."),
        });
        builder.Services.AddSingleton<IImageProcessor, SkiaImageProcessor>();
        builder.Services.AddScoped<IProductImages, ProductImages>();
        builder.Services.AddScoped<UploadImageHandler>();
        builder.Services.AddHostedService<ImageCleaner>();
    }

    internal static IAmazonS3 ClientOf(ImageSettings settings) => new AmazonS3Client(
        new BasicAWSCredentials(Needed(settings.AccessKey, nameof(settings.AccessKey)), Needed(settings.SecretKey, nameof(settings.SecretKey))),
        new AmazonS3Config
        {
            ServiceURL = Needed(settings.Endpoint, nameof(settings.Endpoint)),
            AuthenticationRegion = settings.Region,
            ForcePathStyle = true,
            Timeout = Patience,
            MaxErrorRetry = 2,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });

    private static string Needed(string? value, string name) =>
        string.IsNullOrEmpty(value) ? throw new InvalidOperationException($"Images:Storage is 's3', and Images:{name} is missing.") : value;
}
