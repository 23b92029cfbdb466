using System.IO.Compression;
using System.Text.Json;
using Ecommerce.UserService.Domain.DataRequests;

namespace Ecommerce.UserService.Application.DataRequests;

/// <summary>Puts the services' shares into one ZIP file: <c>manifest.json</c>, then a JSON file a service.</summary>
internal static class ArchiveWriter
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static byte[] Write(DataRequest request, DateTimeOffset now)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "manifest.json", new { request.Id, request.CustomerId, request.RequestedAt, WrittenAt = now, Services = request.Parts.Select(part => part.Service).Order() });
            foreach (var part in request.Parts.OrderBy(part => part.Service))
            {
                Add(zip, $"{part.Service}.json", JsonSerializer.Deserialize<JsonElement>(part.Content!));
            }
        }

        return file.ToArray();
    }

    private static void Add<T>(ZipArchive zip, string name, T content)
    {
        using var entry = zip.CreateEntry(name).Open();
        JsonSerializer.Serialize(entry, content, Indented);
    }
}
