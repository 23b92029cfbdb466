using Ecommerce.AppHost.Kubernetes;
using k8s.Models;

namespace Ecommerce.AppHost.Tests;

public sealed class HelmTemplateTests
{
    private readonly HelmTemplate _template = new();

    [Fact]
    public void An_expression_stands_in_a_text_in_a_number_and_in_a_quantity() =>
        _template.Render(new V1DeploymentSpec
        {
            Replicas = _template.Number("$.Values.replicas"),
            Template = new V1PodTemplateSpec { Spec = new V1PodSpec { NodeName = _template.Text("$.Values.node") } },
            Selector = null,
        }).ShouldBe("""
            replicas: {{ $.Values.replicas }}
            template:
              spec:
                nodeName: {{ $.Values.node | quote }}

            """);

    [Fact]
    public void A_quantity_of_the_values_keeps_its_form() =>
        _template.Render(new V1VolumeResourceRequirements
        {
            Requests = new Dictionary<string, ResourceQuantity> { ["storage"] = _template.Quantity("$.Values.size") },
        }).ShouldBe("""
            requests:
              storage: {{ $.Values.size }}

            """);

    [Fact]
    public void A_mapping_and_a_list_are_worked_out_whole_at_their_own_depth() =>
        _template.Render(new V1PodTemplateSpec
        {
            Metadata = new V1ObjectMeta { Labels = _template.Map<string>("include \"labels\" $") },
            Spec = new V1PodSpec { Containers = null, ImagePullSecrets = [new V1LocalObjectReference { Name = _template.Items("toYaml $.Values.pullSecrets") }] },
        }).ShouldBe("""
            metadata:
              labels:
                {{- include "labels" $ | nindent 4 }}
            spec:
              imagePullSecrets:
              {{- toYaml $.Values.pullSecrets | nindent 4 }}

            """);

    [Fact]
    public void An_optional_text_is_left_out_with_its_property() =>
        _template.Render(new V1PersistentVolumeClaimSpec { StorageClassName = _template.OptionalText("$.Values.className") }).ShouldBe("""
            {{- with $.Values.className }}
            storageClassName: {{ . | quote }}
            {{- end }}

            """);

    [Fact]
    public void A_text_that_looks_like_a_number_or_an_expression_stays_a_text() =>
        _template.Render(new V1ConfigMap
        {
            Data = new Dictionary<string, string>
            {
                ["hex"] = _template.Literal("0x600000"),
                ["braces"] = _template.Literal("{{ \"a\" }}"),
                ["quotes"] = _template.Literal("say \"a\\b\""),
            },
        }).ShouldBe("""
            data:
              hex: "0x600000"
              braces: {{ "{{ \"a\" }}" | quote }}
              quotes: "say \"a\\b\""

            """);
}
