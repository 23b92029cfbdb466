using System.Text.Json.Serialization;

namespace Ecommerce.PaymentService.Api;

/// <summary>How this service's requests and answers are read and written, worked out when compiling.</summary>
[JsonSerializable(typeof(LedgerEntryResponse))]
[JsonSerializable(typeof(PaymentResponse))]
internal sealed partial class ApiJson : JsonSerializerContext;
