using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Ecommerce.Contracts;
using Ecommerce.Messaging.Envelope;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Ecommerce.ServiceDefaults.Json;

/// <summary>How HTTP bodies are read and written.</summary>
public static class ServiceJson
{
    /// <summary>The same rules for clients of other services, except that unknown members are ignored: a service may add some.</summary>
    public static JsonSerializerOptions ClientOptions { get; } = CreateClientOptions();

    /// <summary>Adds a service's generated metadata, so that nothing is reflected on at the first request.</summary>
    /// <param name="services">The service's registrations.</param>
    /// <param name="records">A <c>JsonSerializerContext</c> of the service's wire records.</param>
    public static void AddWireJson(this IServiceCollection services, IJsonTypeInfoResolver records) =>
        services.Configure<JsonOptions>(options =>
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, records.WithAddedModifier(NullableMembers.AreOptional)));

    internal static void AddServiceJson(this IServiceCollection services) =>
        services.Configure<JsonOptions>(options =>
        {
            Apply(options.SerializerOptions);
            options.SerializerOptions.Converters.Add(new TextConverter());
            options.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        });

    private static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = JsonNamingPolicy.CamelCase;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.MaxDepth = 32;
        options.TypeInfoResolver = JsonTypeInfoResolver.Combine(ContractsJson.Default, options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver())
            .WithAddedModifier(NullableMembers.AreOptional);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    private static JsonSerializerOptions CreateClientOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Apply(options);
        return options;
    }
}
