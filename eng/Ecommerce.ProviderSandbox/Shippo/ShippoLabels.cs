using System.Text.Json;
using Ecommerce.ProviderSandbox.Hosting;
using Ecommerce.ProviderSandbox.Storage;
using Ecommerce.ProviderSandbox.Webhooks;

namespace Ecommerce.ProviderSandbox.Shippo;

/// <summary>Labels: buying them, taking them back, and the file itself.</summary>
internal sealed class ShippoLabels(
    ShippoState state, ShippoSettings settings, ShippoTracking tracking, ShippoWebhooks webhooks, DueQueue due, TimeProvider time)
{
    private static readonly TimeSpan WorkTime = TimeSpan.FromMilliseconds(300);

    public WireAnswer Buy(HttpContext context, JsonElement body)
    {
        var problems = new ShippoProblems();
        var rateId = ShippoJson.Text(body, "rate");
        var fileType = ShippoJson.Text(body, "label_file_type") ?? "PDF_4x6";
        if (rateId is null)
        {
            problems.Required("rate");
        }
        else if (state.Rates.Find(rateId) is null)
        {
            problems.Add("rate", $"Rate with supplied object_id not found: {rateId}");
        }

        if (!fileType.StartsWith("PDF", StringComparison.Ordinal))
        {
            problems.Add("label_file_type", "The sandbox makes PDF labels only.");
        }

        if (problems.Any || state.Rates.Find(rateId!) is not { } rate || state.Shipments.Find(rate.Shipment) is not { } shipment)
        {
            return problems.Any ? problems.Answer() : ShippoProblems.Detail(404, "Not found.");
        }

        var isAsync = body.TryGetProperty("async", out var flag) && flag.ValueKind == JsonValueKind.True;
        var transaction = Make(context, rate, shipment, fileType) with { Metadata = ShippoJson.Text(body, "metadata") };
        var queued = isAsync && transaction.Status == "SUCCESS" ? transaction with { Status = "QUEUED", TrackingStatus = "UNKNOWN" } : transaction;
        state.Transactions.Add(queued);
        webhooks.Tell("transaction_created", queued, queued.Id);
        if (queued.Status == "QUEUED")
        {
            due.In(WorkTime, () => Finish(transaction, rate, shipment));
        }
        else if (queued.Status == "SUCCESS")
        {
            Track(transaction, rate, shipment);
        }

        return new WireAnswer(201, ShippoJson.Render(queued));
    }

    public WireAnswer Refund(HttpContext context, JsonElement body)
    {
        var problems = new ShippoProblems();
        var id = ShippoJson.Text(body, "transaction");
        if (id is null)
        {
            problems.Required("transaction");
            return problems.Answer();
        }

        var refused = state.Transactions.Change(id, transaction => transaction switch
        {
            null => ((ShippoTransaction?)null, "Transaction with supplied object_id not found."),
            { Status: not "SUCCESS" } => (null, $"Transaction has the status {transaction.Status} and cannot be refunded."),
            { TrackingStatus: not ("UNKNOWN" or "PRE_TRANSIT") } => (null, "The label has been used and cannot be refunded."),
            _ => (transaction with { Status = "REFUNDPENDING", UpdatedAt = time.GetUtcNow() }, (string?)null),
        });
        if (refused is not null)
        {
            problems.Add("transaction", refused);
            return problems.Answer();
        }

        var refund = new ShippoRefund(WireIds.Hex(), time.GetUtcNow(), id, "PENDING");
        state.Refunds.Add(refund);
        due.In(WorkTime, () => Settle(refund));
        return new WireAnswer(201, ShippoJson.Render(refund));
    }

    public Task ShowLabelAsync(HttpContext context)
    {
        if (state.Transactions.Find((string)context.Request.RouteValues["id"]!) is not { TrackingNumber.Length: > 0 } transaction)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        context.Response.ContentType = "application/pdf";
        return context.Response.Body.WriteAsync(
            ShippoLabelPdf.Of(["SANDBOX LABEL - NOT FOR MAILING", transaction.TrackingNumber, transaction.Id]), context.RequestAborted).AsTask();
    }

    private ShippoTransaction Make(HttpContext context, ShippoRate rate, ShippoShipment shipment, string fileType)
    {
        var id = WireIds.Hex();
        var made = new ShippoTransaction(id, time.GetUtcNow(), rate.Id, fileType);

        // Postal code 00000 and incomplete addresses make the carrier refuse: HTTP 201 with status ERROR, as at Shippo.
        if (shipment.To["zip"] == "00000")
        {
            return made with { Status = "ERROR", Messages = [new("USPS", "address_error", "The recipient's ZIP code 00000 is not deliverable.")] };
        }

        if (!shipment.To.IsComplete || !shipment.From.IsComplete)
        {
            return made with { Status = "ERROR", Messages = [new("Shippo", "incomplete_address", "Sender and recipient need name, street1, city, zip and country.")] };
        }

        var number = "92" + WireIds.Digits(20);
        return made with
        {
            TrackingNumber = number,
            TrackingStatus = "PRE_TRANSIT",
            TrackingUrl = "https://tools.usps.com/go/TrackConfirmAction?tLabels=" + number,
            LabelUrl = $"{settings.Origin(context.Request)}/sandbox/shippo/labels/{id}.pdf",
        };
    }

    private void Finish(ShippoTransaction transaction, ShippoRate rate, ShippoShipment shipment)
    {
        var done = state.Transactions.Change(transaction.Id, item =>
        {
            var next = item is null ? null : transaction with { UpdatedAt = time.GetUtcNow() };
            return (next, next);
        });
        if (done is not null)
        {
            Track(transaction, rate, shipment);
            webhooks.Tell("transaction_updated", done, done.Id);
        }
    }

    private void Track(ShippoTransaction transaction, ShippoRate rate, ShippoShipment shipment) => tracking.Open(
        new ShippoTrack("usps", transaction.TrackingNumber, [tracking.Step("PRE_TRANSIT", shipment.From)])
        {
            Transaction = transaction.Id,
            Metadata = transaction.Metadata,
            From = shipment.From,
            To = shipment.To,
            Service = rate.Service,
        });

    private void Settle(ShippoRefund refund)
    {
        state.Refunds.Change(refund.Id, item => (item is null ? null : item with { Status = "SUCCESS" }, true));
        var refunded = state.Transactions.Change(refund.Transaction, item =>
        {
            var next = item is null ? null : item with { Status = "REFUNDED", UpdatedAt = time.GetUtcNow() };
            return (next, next);
        });
        if (refunded is not null)
        {
            webhooks.Tell("transaction_updated", refunded, refunded.Id);
        }
    }
}
