namespace Ecommerce.AppHost.Kubernetes;

/// <summary>The labels of the chart's objects; the texts are in <c>Chart/templates/_helpers.tpl</c>.</summary>
internal static class Labels
{
    /// <summary>The chart's name, that of the system and of what all workloads share.</summary>
    public const string PartOf = "ecommerce";

    public static Dictionary<string, string> Of(HelmTemplate template, string name, string component) =>
        template.Map<string>($"include \"ecommerce.labels\" (list $ \"{name}\" \"{component}\")");

    /// <summary>Without versions, so that a new one of the chart alone restarts nothing.</summary>
    public static Dictionary<string, string> OfPod(HelmTemplate template, string name, string component) =>
        template.Map<string>($"include \"ecommerce.podLabels\" (list $ \"{name}\" \"{component}\")");

    public static Dictionary<string, string> Selector(HelmTemplate template, string name) =>
        template.Map<string>($"include \"ecommerce.selectorLabels\" (list $ \"{name}\")");
}
