using System.Text.Json.Serialization;
using Ecommerce.ServiceDefaults.Paging;

namespace Ecommerce.NotificationService.Api;

/// <summary>How this service's requests and answers are read and written, worked out when compiling.</summary>
[JsonSerializable(typeof(NotificationResponse))]
[JsonSerializable(typeof(Page<NotificationResponse>))]
internal sealed partial class ApiJson : JsonSerializerContext;
