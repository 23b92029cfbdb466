using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.UserSecrets;

namespace Aspire.Hosting;

/// <summary>Keeps generated values in the AppHost's user secrets, so that they are the same next time.</summary>
internal static class UserSecrets
{
    private static readonly Lock s_lock = new();

    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static ParameterDefault Keeping(Assembly assembly, IConfiguration configuration, string key, ParameterDefault inner)
        => assembly.GetCustomAttribute<UserSecretsIdAttribute>() is { } id ? new KeptDefault(id.UserSecretsId, configuration, key, inner) : inner;

    private sealed class KeptDefault(string id, IConfiguration configuration, string key, ParameterDefault inner) : ParameterDefault
    {
        public override string GetDefaultValue()
        {
            var value = inner.GetDefaultValue();
            configuration[key] = value;
            try
            {
                Save(id, key, value);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
            {
                // A machine that cannot keep it gets a new one next time.
            }

            return value;
        }

        public override void WriteToManifest(Publishing.ManifestPublishingContext context) => inner.WriteToManifest(context);
    }

    private static void Save(string id, string key, string value)
    {
        lock (s_lock)
        {
            var path = PathHelper.GetSecretsPathFromSecretsId(id);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var content = File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }) as JsonObject : null;
            content ??= [];
            content[key] = value;
            if (OperatingSystem.IsWindows())
            {
                File.WriteAllText(path, content.ToJsonString(s_json));
                return;
            }

            using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
            using var writer = new StreamWriter(file);
            writer.Write(content.ToJsonString(s_json));
        }
    }
}
