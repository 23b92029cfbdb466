using YamlDotNet.Serialization;

namespace Aspire.Hosting.Kubernetes.Resources;

/// <summary>Container of the Kubernetes API.</summary>
[YamlSerializable]
public sealed class ContainerV1
{
    /// <summary>The field <c>command</c>.</summary>
    [YamlMember(Alias = "command")]
    public List<string> Command { get; } = [];

    /// <summary>The field <c>image</c>.</summary>
    [YamlMember(Alias = "image")]
    public string Image { get; set; } = null!;

    /// <summary>The field <c>lifecycle</c>.</summary>
    [YamlMember(Alias = "lifecycle")]
    public LifecycleV1? Lifecycle { get; set; }

    /// <summary>The field <c>livenessProbe</c>.</summary>
    [YamlMember(Alias = "livenessProbe")]
    public ProbeV1? LivenessProbe { get; set; }

    /// <summary>The field <c>name</c>.</summary>
    [YamlMember(Alias = "name")]
    public string Name { get; set; } = null!;

    /// <summary>The field <c>readinessProbe</c>.</summary>
    [YamlMember(Alias = "readinessProbe")]
    public ProbeV1? ReadinessProbe { get; set; }

    /// <summary>The field <c>startupProbe</c>.</summary>
    [YamlMember(Alias = "startupProbe")]
    public ProbeV1? StartupProbe { get; set; }

    /// <summary>The field <c>stdinOnce</c>.</summary>
    [YamlMember(Alias = "stdinOnce")]
    public bool? StdinOnce { get; set; }

    /// <summary>The field <c>envFrom</c>.</summary>
    [YamlMember(Alias = "envFrom")]
    public List<EnvFromSourceV1> EnvFrom { get; } = [];

    /// <summary>The field <c>stdin</c>.</summary>
    [YamlMember(Alias = "stdin")]
    public bool? Stdin { get; set; }

    /// <summary>The field <c>workingDir</c>.</summary>
    [YamlMember(Alias = "workingDir")]
    public string? WorkingDir { get; set; }

    /// <summary>The field <c>args</c>.</summary>
    [YamlMember(Alias = "args")]
    public List<string> Args { get; } = [];

    /// <summary>The field <c>ports</c>.</summary>
    [YamlMember(Alias = "ports")]
    public List<ContainerPortV1> Ports { get; } = [];

    /// <summary>The field <c>resources</c>.</summary>
    [YamlMember(Alias = "resources")]
    public ResourceRequirementsV1? Resources { get; set; }

    /// <summary>The field <c>volumeDevices</c>.</summary>
    [YamlMember(Alias = "volumeDevices")]
    public List<VolumeDeviceV1> VolumeDevices { get; } = [];

    /// <summary>The field <c>volumeMounts</c>.</summary>
    [YamlMember(Alias = "volumeMounts")]
    public List<VolumeMountV1> VolumeMounts { get; } = [];

    /// <summary>The field <c>securityContext</c>.</summary>
    [YamlMember(Alias = "securityContext")]
    public SecurityContextV1? SecurityContext { get; set; }

    /// <summary>The field <c>env</c>.</summary>
    [YamlMember(Alias = "env")]
    public List<EnvVarV1> Env { get; } = [];

    /// <summary>The field <c>imagePullPolicy</c>.</summary>
    [YamlMember(Alias = "imagePullPolicy")]
    public string ImagePullPolicy { get; set; } = "IfNotPresent";

    /// <summary>The field <c>resizePolicy</c>.</summary>
    [YamlMember(Alias = "resizePolicy")]
    public List<ContainerResizePolicyV1> ResizePolicy { get; } = [];

    /// <summary>The field <c>restartPolicy</c>.</summary>
    [YamlMember(Alias = "restartPolicy")]
    public string? RestartPolicy { get; set; }

    /// <summary>The field <c>terminationMessagePath</c>.</summary>
    [YamlMember(Alias = "terminationMessagePath")]
    public string? TerminationMessagePath { get; set; }

    /// <summary>The field <c>terminationMessagePolicy</c>.</summary>
    [YamlMember(Alias = "terminationMessagePolicy")]
    public string? TerminationMessagePolicy { get; set; }

    /// <summary>The field <c>tty</c>.</summary>
    [YamlMember(Alias = "tty")]
    public bool? Tty { get; set; }
}
