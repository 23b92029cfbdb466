using System.Net;
using System.Text.Json;
using Ecommerce.ProviderSandbox.Tests.Hosting;
using Ecommerce.ProviderSandbox.Tests.Specs;

namespace Ecommerce.ProviderSandbox.Tests.SendGrid;

public sealed class MailTests : SandboxTest
{
    [Fact]
    public async Task A_mail_is_accepted_and_can_be_read()
    {
        var reply = await SendAsync("ada@example.com");

        reply.Status.ShouldBe(HttpStatusCode.Accepted);
        reply.Body.ShouldBeEmpty();
        reply.Headers["X-Message-Id"].Length.ShouldBeGreaterThan(10);
        var mail = (await Sandbox.GetAsync("/sandbox/mails?to=ADA@example.com&limit=1")).Json[0];
        mail.GetProperty("subject").GetString().ShouldBe("Verify your address");
        mail.GetProperty("text").GetString()!.ShouldContain("https://shop.example/verify?t=1");
        mail.GetProperty("custom_args").GetProperty("notification_id").GetString().ShouldBe("n1");
        (await Sandbox.GetAsync("/sandbox/mails?to=eve@example.com")).Json.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_developer_finds_the_link_on_the_inbox_page()
    {
        await SendAsync("ada@example.com", "<script>alert(1)</script>");

        var page = await Sandbox.GetAsync("/");

        page.Body.ShouldContain("""<a href="https://shop.example/verify?t=1" """);
        page.Body.ShouldNotContain("<script>");
    }

    [Theory]
    [InlineData("ada@example.com", "processed,delivered")]
    [InlineData("bounce+1@example.com", "processed,bounce")]
    [InlineData("dropped@example.com", "dropped")]
    [InlineData("click@example.com", "processed,delivered,open,click")]
    public async Task The_address_says_what_becomes_of_a_mail(string to, string course)
    {
        var reply = await SendAsync(to);

        await Poll.UntilAsync(() => Events().Count == course.Split(',').Length, "all events");

        Events().Select(item => item.GetProperty("event").GetString()).ShouldBe(course.Split(','));
        Events().ShouldAllBe(item => item.GetProperty("sg_message_id").GetString()!.StartsWith(reply.Headers["X-Message-Id"]));
        Events().ShouldAllBe(item => item.GetProperty("notification_id").GetString() == "n1");
    }

    [Fact]
    public async Task Events_come_in_signed_batches_of_the_documented_shape()
    {
        var keyReply = await Sandbox.GetAsync("/v3/user/webhooks/event/settings/signed/default");
        await Task.WhenAll(SendAsync("ada@example.com"), SendAsync("bounce@example.com"), SendAsync("click@example.com"));
        await Poll.UntilAsync(() => Events().Count == 8, "all events");

        foreach (var webhook in Sandbox.Receiver.On("/sendgrid"))
        {
            SignatureTests.Verify(
                keyReply["public_key"],
                webhook.Headers["X-Twilio-Email-Event-Webhook-Timestamp"],
                webhook.Text,
                webhook.Headers["X-Twilio-Email-Event-Webhook-Signature"]).ShouldBeTrue();
        }

        Events().Select(item => item.GetProperty("sg_event_id").GetString()).Distinct().Count().ShouldBe(8);
        SpecFolder.SkipUnlessThere();
        var callbacks = SpecFolder.OfCallbacks();
        foreach (var webhook in Sandbox.Receiver.On("/sendgrid"))
        {
            callbacks.Check(webhook.Json, callbacks.Definition("sendgrid event webhook")).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("""{"from":{"email":"s@e.com"},"subject":"x","content":[{"type":"text/plain","value":"y"}]}""", "personalizations")]
    [InlineData("""{"personalizations":[5],"from":{"email":"s@e.com"},"subject":"x","content":[{"type":"text/plain","value":"y"}]}""", "personalizations")]
    [InlineData("""{"personalizations":[{"to":[{"email":"a@e.com"}]}],"from":{"email":"s@e.com"},"send_at":"soon","subject":"x","content":[{"type":"text/plain","value":"y"}]}""", "send_at")]
    [InlineData("""{"personalizations":[{"to":[]}],"from":{"email":"s@e.com"},"subject":"x","content":[{"type":"text/plain","value":"y"}]}""", "personalizations.0.to")]
    [InlineData("""{"personalizations":[{"to":[{"email":"nobody"}]}],"from":{"email":"s@e.com"},"subject":"x","content":[{"type":"text/plain","value":"y"}]}""", "personalizations.0.to.0.email")]
    [InlineData("""{"personalizations":[{"to":[{"email":"a@e.com"}]}],"subject":"x","content":[{"type":"text/plain","value":"y"}]}""", "from.email")]
    [InlineData("""{"personalizations":[{"to":[{"email":"a@e.com"}]}],"from":{"email":"s@e.com"},"content":[{"type":"text/plain","value":"y"}]}""", "subject")]
    [InlineData("""{"personalizations":[{"to":[{"email":"a@e.com"}]}],"from":{"email":"s@e.com"},"subject":"x"}""", "content")]
    [InlineData("""{"personalizations":[{"to":[{"email":"a@e.com"}]}],"from":{"email":"s@e.com"},"subject":"x","content":[{"type":"text/html","value":""}]}""", "content.0.value")]
    public async Task A_mail_that_lacks_something_is_refused(string mail, string field)
    {
        var refused = await Sandbox.PostJsonAsync("/v3/mail/send", mail);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Json.GetProperty("errors").EnumerateArray().ShouldContain(error => error.GetProperty("field").GetString() == field);
        (await Sandbox.GetAsync("/sandbox/mails")).Json.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task What_is_not_json_is_refused() =>
        (await Sandbox.PostJsonAsync("/v3/mail/send", "{")).Status.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Without_a_key_a_mail_is_refused()
    {
        Sandbox.Http.DefaultRequestHeaders.Authorization = null;

        (await SendAsync("ada@example.com")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_mail_above_thirty_megabytes_is_refused()
    {
        var huge = await SendAsync("ada@example.com", new string('x', 31 * 1024 * 1024));

        huge.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task The_rate_limit_answers_as_the_real_one()
    {
        await Sandbox.FaultAsync("""[{"kind":"fail","provider":"sendgrid","status":429,"count":1}]""");

        var limited = await SendAsync("ada@example.com");

        limited.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        limited.Headers["Retry-After"].ShouldBe("1");
        (await SendAsync("ada@example.com")).Status.ShouldBe(HttpStatusCode.Accepted);
    }

    private Task<Reply> SendAsync(string to, string extra = "") => Sandbox.PostJsonAsync("/v3/mail/send", $$$"""
        {"personalizations":[{"to":[{"email":"{{{to}}}","name":"Ada"}],"custom_args":{"notification_id":"n1"}}],
         "from":{"email":"shop@example.com","name":"Shop"},"subject":"Verify your address","categories":["auth"],
         "content":[{"type":"text/plain","value":"Follow https://shop.example/verify?t=1 please"},
                    {"type":"text/html","value":"<a href='https://shop.example/verify?t=1'>verify</a>{{{extra}}}"}]}
        """);

    private List<JsonElement> Events() => [.. Sandbox.Receiver.On("/sendgrid").SelectMany(webhook => webhook.Json.EnumerateArray())];
}
