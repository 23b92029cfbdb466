using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>ManagedFieldsEntry of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class ManagedFieldsEntryV1
{
    /// <summary>The field <c>fieldsType</c>.</summary>
    [YamlMember(Alias = "fieldsType")]
    public string FieldsType { get; set; } = null!;

    /// <summary>The field <c>subresource</c>.</summary>
    [YamlMember(Alias = "subresource")]
    public string Subresource { get; set; } = null!;

    /// <summary>The field <c>time</c>.</summary>
    [YamlMember(Alias = "time")]
    public DateTime? Time { get; set; }

    /// <summary>The field <c>apiVersion</c>.</summary>
    [YamlMember(Alias = "apiVersion")]
    public string ApiVersion { get; set; } = null!;

    /// <summary>The field <c>operation</c>.</summary>
    [YamlMember(Alias = "operation")]
    public string Operation { get; set; } = null!;

    /// <summary>The field <c>manager</c>.</summary>
    [YamlMember(Alias = "manager")]
    public string Manager { get; set; } = null!;
}
