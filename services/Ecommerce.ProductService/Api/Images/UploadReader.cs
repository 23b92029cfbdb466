using Ecommerce.ProductService.Domain.Images;
using Ecommerce.SharedKernel.Results;
using Microsoft.Net.Http.Headers;

namespace Ecommerce.ProductService.Api.Images;

/// <summary>Reads a file from a request: its body, or the file of a form.</summary>
internal static class UploadReader
{
    public static async Task<Result<Upload>> ReadAsync(HttpRequest request, string? alt, string? sku, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            return ImageErrors.NotAnImage;
        }

        if (type.MediaType.StartsWith("image/", StringComparison.OrdinalIgnoreCase) || type.MediaType.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase))
        {
            return await ReadAsync(request.Body, type.MediaType.Value, alt, sku, cancellationToken);
        }

        if (!type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return ImageErrors.NotAnImage;
        }

        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(cancellationToken);
        }
        catch (InvalidDataException)
        {
            return ImageErrors.Missing;
        }

        if (form.Files.GetFile("file") is not { } file)
        {
            return ImageErrors.Missing;
        }

        await using var content = file.OpenReadStream();
        return await ReadAsync(content, file.ContentType, Given(form["alt"]) ?? alt, Given(form["sku"]) ?? sku, cancellationToken);
    }

    private static async Task<Result<Upload>> ReadAsync(Stream stream, string? type, string? alt, string? sku, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, cancellationToken);
        return content.Length > ImageRules.MostBytes
            ? ImageErrors.TooLarge
            : new Upload(content.ToArray(), string.IsNullOrEmpty(type) || type == "application/octet-stream" ? null : type, alt, sku);
    }

    private static string? Given(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
