using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>ObjectMeta of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class ObjectMetaV1
{
    /// <summary>The field <c>uid</c>.</summary>
    [YamlMember(Alias = "uid")]
    public string Uid { get; set; } = null!;

    /// <summary>The field <c>generateName</c>.</summary>
    [YamlMember(Alias = "generateName")]
    public string GenerateName { get; set; } = null!;

    /// <summary>The field <c>name</c>.</summary>
    [YamlMember(Alias = "name")]
    public string Name { get; set; } = null!;

    /// <summary>The field <c>namespace</c>.</summary>
    [YamlMember(Alias = "namespace")]
    public string Namespace { get; set; } = null!;

    /// <summary>The field <c>selfLink</c>.</summary>
    [YamlMember(Alias = "selfLink")]
    public string SelfLink { get; set; } = null!;

    /// <summary>The field <c>generation</c>.</summary>
    [YamlMember(Alias = "generation")]
    public long? Generation { get; set; }

    /// <summary>The field <c>resourceVersion</c>.</summary>
    [YamlMember(Alias = "resourceVersion")]
    public string ResourceVersion { get; set; } = null!;

    /// <summary>The field <c>creationTimestamp</c>.</summary>
    [YamlMember(Alias = "creationTimestamp")]
    public DateTime? CreationTimestamp { get; set; }

    /// <summary>The field <c>deletionTimestamp</c>.</summary>
    [YamlMember(Alias = "deletionTimestamp")]
    public DateTime? DeletionTimestamp { get; set; }

    /// <summary>The field <c>annotations</c>.</summary>
    [YamlMember(Alias = "annotations")]
    public Dictionary<string, string> Annotations { get; } = [];

    /// <summary>The field <c>deletionGracePeriodSeconds</c>.</summary>
    [YamlMember(Alias = "deletionGracePeriodSeconds")]
    public long? DeletionGracePeriodSeconds { get; set; }

    /// <summary>The field <c>finalizers</c>.</summary>
    [YamlMember(Alias = "finalizers")]
    public List<string> Finalizers { get; } = [];

    /// <summary>The field <c>labels</c>.</summary>
    [YamlMember(Alias = "labels")]
    public Dictionary<string, string> Labels { get; set; } = [];

    /// <summary>The field <c>managedFields</c>.</summary>
    [YamlMember(Alias = "managedFields")]
    public List<ManagedFieldsEntryV1> ManagedFields { get; } = [];

    /// <summary>The field <c>ownerReferences</c>.</summary>
    [YamlMember(Alias = "ownerReferences")]
    public List<OwnerReferenceV1> OwnerReferences { get; } = [];
}
