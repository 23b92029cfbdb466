using Ecommerce.NotificationService.Domain;

namespace Ecommerce.NotificationService.Application.Ports;

/// <summary>Renders what people read.</summary>
internal interface ITemplates
{
    RenderedMail Render(NotificationType type, string locale, IReadOnlyDictionary<string, object?> model);
}
