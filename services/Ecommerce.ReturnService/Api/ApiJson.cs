using System.Text.Json.Serialization;
using Ecommerce.ServiceDefaults.Paging;

namespace Ecommerce.ReturnService.Api;

/// <summary>How this service's requests and answers are read and written, worked out when compiling.</summary>
[JsonSerializable(typeof(InspectReturnRequest))]
[JsonSerializable(typeof(RejectReturnRequest))]
[JsonSerializable(typeof(RequestReturnRequest))]
[JsonSerializable(typeof(ReturnLineResponse))]
[JsonSerializable(typeof(ReturnResponse))]
[JsonSerializable(typeof(Page<ReturnResponse>))]
internal sealed partial class ApiJson : JsonSerializerContext;
