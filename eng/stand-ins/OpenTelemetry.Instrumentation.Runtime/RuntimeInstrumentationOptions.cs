namespace OpenTelemetry.Instrumentation.Runtime;

/// <summary>Options of the runtime instrumentation. There are none at present.</summary>
public class RuntimeInstrumentationOptions;
