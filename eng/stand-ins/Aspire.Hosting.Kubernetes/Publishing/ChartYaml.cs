using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using Aspire.Hosting.Kubernetes.Resources;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.EventEmitters;
using YamlDotNet.Serialization.NamingConventions;
using YamlDotNet.Serialization.ObjectGraphVisitors;

namespace Aspire.Hosting.Kubernetes.Publishing;

/// <summary>Writes YAML as the real publisher does: strings in double quotes, but not keys and not template expressions that are numbers; nothing that is null or empty.</summary>
internal static partial class ChartYaml
{
    private static ISerializer Serializer => new SerializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .WithTypeConverter(new PortConverter())
        .WithEventEmitter(next => new Quotes(next))
        .WithEventEmitter(next => new Fractions(next))
        .WithEmissionPhaseObjectGraphVisitor(args => new WithoutEmptyLists(args.InnerVisitor))
        .ConfigureDefaultValuesHandling(DefaultValuesHandling.OmitNull)
        .WithNewLine("\n")
        .WithIndentedSequences()
        .Build();

    internal static string Write(object value) => Serializer.Serialize(value);

    [GeneratedRegex(@"^\{\{\s*if\b")]
    private static partial Regex Condition();

    [GeneratedRegex(@"^\{\{[^{}]*\|\s*(int|int64|float64)\s*\}\}$")]
    private static partial Regex Number();

    private sealed class Quotes(IEventEmitter next) : ChainedEventEmitter(next)
    {
        // For each mapping or sequence that is open: whether it is a mapping, and how many items it has had.
        private readonly Stack<(bool Mapping, int Items)> _open = new();

        public override void Emit(ScalarEventInfo eventInfo, IEmitter emitter)
        {
            var isKey = _open.TryPeek(out var inside) && inside.Mapping && inside.Items % 2 == 0;
            Count();
            if (!isKey && eventInfo.Source.Type == typeof(string) && eventInfo.Source.Value is string text)
            {
                eventInfo = new ScalarEventInfo(eventInfo.Source)
                {
                    Style = Condition().IsMatch(text) || Number().IsMatch(text) ? ScalarStyle.ForcePlain : ScalarStyle.DoubleQuoted,
                };
            }

            base.Emit(eventInfo, emitter);
        }

        public override void Emit(MappingStartEventInfo eventInfo, IEmitter emitter)
        {
            Count();
            _open.Push((true, 0));
            base.Emit(eventInfo, emitter);
        }

        public override void Emit(MappingEndEventInfo eventInfo, IEmitter emitter)
        {
            _open.Pop();
            base.Emit(eventInfo, emitter);
        }

        public override void Emit(SequenceStartEventInfo eventInfo, IEmitter emitter)
        {
            Count();
            _open.Push((false, 0));
            base.Emit(eventInfo, emitter);
        }

        public override void Emit(SequenceEndEventInfo eventInfo, IEmitter emitter)
        {
            _open.Pop();
            base.Emit(eventInfo, emitter);
        }

        private void Count()
        {
            if (_open.TryPop(out var inside))
            {
                _open.Push((inside.Mapping, inside.Items + 1));
            }
        }
    }

    private sealed class Fractions(IEventEmitter next) : ChainedEventEmitter(next)
    {
        public override void Emit(ScalarEventInfo eventInfo, IEmitter emitter)
        {
            if (eventInfo.Source.Value is double or float)
            {
                emitter.Emit(new Scalar(Convert.ToDouble(eventInfo.Source.Value, CultureInfo.InvariantCulture).ToString("0.0######################", CultureInfo.InvariantCulture)));
                return;
            }

            base.Emit(eventInfo, emitter);
        }
    }

    private sealed class PortConverter : IYamlTypeConverter
    {
        public bool Accepts(Type type) => type == typeof(Int32OrStringV1);

        public object ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer) => throw new NotSupportedException("Charts are written here, not read.");

        public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer)
        {
            var port = (Int32OrStringV1)value!;
            serializer(port.Number is { } number ? number : port.Value ?? "");
        }
    }

    private sealed class WithoutEmptyLists(IObjectGraphVisitor<IEmitter> next) : ChainedObjectGraphVisitor(next)
    {
        public override bool EnterMapping(IPropertyDescriptor key, IObjectDescriptor value, IEmitter context, ObjectSerializer serializer)
            => value.Value is not null && (value.Value is not IEnumerable items || items.Cast<object?>().Any()) && base.EnterMapping(key, value, context, serializer);
    }
}
