using Ecommerce.NotificationService.Application.Ports;
using Ecommerce.NotificationService.Domain;
using Ecommerce.SharedKernel.Results;

namespace Ecommerce.NotificationService.Application.Send;

/// <summary>Makes the mail of a notification, with its one-time link where it has one.</summary>
internal sealed class MailRenderer(ITemplates templates, IActionLinks links, TimeProvider clock)
{
    /// <returns>The mail; a refusal where it cannot be made any more.</returns>
    public async Task<Result<Email>> RenderAsync(Notification notification, CancellationToken cancellationToken)
    {
        var model = TemplateModel.Of(notification.Data);
        if (notification.LinkId is { } linkId)
        {
            var link = await links.GetAsync(linkId, cancellationToken);
            if (!link.IsSuccess)
            {
                return link.Error;
            }

            if (link.Value.ExpiresAt <= clock.GetUtcNow())
            {
                return Error.Refused("link.expired", "The link does not work any more.");
            }

            model["url"] = link.Value.Url;
        }

        var mail = templates.Render(notification.Type, notification.Locale, model);
        return new Email(notification.Id, notification.Recipient, mail.Subject, mail.Text, mail.Html, notification.Type.ToString());
    }
}
