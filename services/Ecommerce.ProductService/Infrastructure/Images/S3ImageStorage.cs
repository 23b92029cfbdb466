using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Ecommerce.ProductService.Application.Images;

namespace Ecommerce.ProductService.Infrastructure.Images;

/// <summary>Objects in a bucket of anything that speaks S3.</summary>
internal sealed class S3ImageStorage(IAmazonS3 client, string bucket) : IImageStorage
{
    public Task PutAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => AskAsync(async () =>
    {
        using var body = new MemoryStream(content.ToArray(), writable: false);

        // In one piece with one signature over it: what servers other than Amazon's understand too.
        return await client.PutObjectAsync(
            new PutObjectRequest { BucketName = bucket, Key = name, InputStream = body, ContentType = "image/webp", UseChunkEncoding = false }, cancellationToken);
    });

    public async Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var found = await AskAsync(() => client.GetObjectAsync(bucket, name, cancellationToken));
            return found.ResponseStream;
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public Task DeleteAsync(string name, CancellationToken cancellationToken) => AskAsync(() => client.DeleteObjectAsync(bucket, name, cancellationToken));

    // A storage that is away is an outage and no bug: the callers' 503.
    private static async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (AmazonServiceException exception) when (exception.StatusCode is 0 or >= HttpStatusCode.InternalServerError)
        {
            throw new HttpRequestException("The image storage is away.", exception, exception.StatusCode == 0 ? null : exception.StatusCode);
        }
    }
}
