using Ecommerce.Messaging.Consuming;
using Ecommerce.Messaging.Envelope;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Time.Testing;
using RabbitMQ.Client;

namespace Ecommerce.Messaging.Tests;

public sealed class WaitingMessagesTests
{
    private const int Prefetch = 100;
    private static readonly TimeSpan GatherTime = TimeSpan.FromMilliseconds(100);

    private readonly FakeTimeProvider _clock = new();
    private ulong _tag;

    [Fact]
    public void A_message_that_finds_nothing_waiting_is_handled_at_once()
    {
        var waiting = Waiting(gatherFrom: 1);
        waiting.TryAdd(Message("a"), out var mayStart).ShouldBeTrue();

        mayStart.ShouldBeTrue();
        waiting.Take(0, out _).ShouldNotBeNull().Count.ShouldBe(1);
    }

    [Fact]
    public void Under_load_a_batch_that_is_not_full_waits_for_what_comes_meanwhile()
    {
        var waiting = Waiting(gatherFrom: 1);
        AddAll(waiting, "a");
        waiting.Take(0, out _).ShouldNotBeNull();
        AddAll(waiting, "b", "c", "d");

        waiting.Take(1, out var wait).ShouldBeNull();
        wait.ShouldBe(GatherTime);
        _clock.Advance(GatherTime);
        waiting.Take(1, out _).ShouldNotBeNull().Count.ShouldBe(3);
    }

    [Fact]
    public void A_full_batch_waits_for_nothing()
    {
        var waiting = Waiting(gatherFrom: 1);
        AddAll(waiting, "a");
        waiting.Take(0, out _).ShouldNotBeNull();
        AddAll(waiting, "b", "c", "d", "e");

        waiting.Take(1, out _).ShouldNotBeNull().Count.ShouldBe(4);
    }

    [Fact]
    public void Where_few_messages_come_none_waits()
    {
        var waiting = Waiting(gatherFrom: 30);
        AddAll(waiting, "a");
        waiting.Take(0, out _).ShouldNotBeNull();
        AddAll(waiting, "b");

        waiting.Take(1, out _).ShouldNotBeNull().Count.ShouldBe(1);
    }

    [Fact]
    public void Nobody_gathers_when_the_broker_hands_out_no_more()
    {
        var waiting = Waiting(gatherFrom: 1, prefetch: 3);
        AddAll(waiting, "a");
        waiting.Take(0, out _).ShouldNotBeNull();
        AddAll(waiting, "b", "c");

        waiting.Take(1, out _).ShouldNotBeNull().Count.ShouldBe(2);
    }

    [Fact]
    public void What_needs_too_much_memory_is_left_to_the_broker_but_a_single_message_may_be_larger()
    {
        var waiting = Waiting(largestBacklog: 10);
        waiting.TryAdd(Message("a", bytes: 50), out _).ShouldBeTrue();
        waiting.TryAdd(Message("b", bytes: 1), out _).ShouldBeFalse();

        waiting.Held.ShouldBe(1);
    }

    [Fact]
    public void Messages_of_a_subject_leave_in_their_order_and_are_never_in_two_batches() =>
        Prop.ForAll(Gen.Choose(0, 7).ListOf(200).ToArbitrary(), steps =>
        {
            // 0 to 4: one of five subjects arrives. 5 and 6: a lane takes. 7: the oldest batch is finished.
            var waiting = Waiting(gatherFrom: int.MaxValue);
            var working = new List<List<Delivery>>();
            var last = new Dictionary<string, ulong>();
            foreach (var step in steps)
            {
                if (step <= 4)
                {
                    waiting.TryAdd(Message($"{step}"), out _);
                }
                else if (step <= 6 && waiting.Take(step - 5, out _) is { } batch)
                {
                    foreach (var delivery in batch)
                    {
                        working.ShouldAllBe(other => other.All(one => one.Message!.Subject != delivery.Message!.Subject));
                        delivery.Tag.ShouldBeGreaterThan(last.GetValueOrDefault(delivery.Message!.Subject));
                        last[delivery.Message!.Subject] = delivery.Tag;
                    }

                    working.Add(batch);
                }
                else if (working.Count > 0)
                {
                    waiting.Finish(working[0]);
                    working.RemoveAt(0);
                }
            }
        }).QuickCheckThrowOnFailure();

    private WaitingMessages Waiting(int gatherFrom = 30, int prefetch = Prefetch, long largestBacklog = 1 << 20) => new(
        new MessagingOptions { Lanes = 2, LargestBatch = 4, GatherTime = GatherTime, GatherFrom = gatherFrom, LargestBacklog = largestBacklog }, prefetch, _clock);

    private void AddAll(WaitingMessages waiting, params string[] subjects)
    {
        foreach (var subject in subjects)
        {
            waiting.TryAdd(Message(subject), out _).ShouldBeTrue();
        }
    }

    private Delivery Message(string subject, int bytes = 1) => new(
        ++_tag,
        new BasicProperties(),
        new byte[bytes],
        MessageHandler<TestContextDb>.Parse(Encode($$$"""{"specversion":"1.0","id":"{{{Guid.NewGuid()}}}","source":"test","type":"test.counted.v1","subject":"{{{subject}}}","time":"2026-01-01T00:00:00Z","data":{}}""")),
        null);

    private static byte[] Encode(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}

public sealed class AcknowledgementsTests
{
    [Fact]
    public void Each_delivery_is_acknowledged_exactly_once_in_whatever_order_they_are_handled() =>
        Prop.ForAll(Gen.Shuffle(Enumerable.Range(1, 40).ToArray()).ToArbitrary(), Gen.Choose(0, 20).ToArbitrary(), (order, heldBack) =>
        {
            var acknowledgements = new Acknowledgements(heldBack);
            var broker = new SortedSet<ulong>();
            foreach (var tag in Enumerable.Range(1, 40))
            {
                acknowledgements.Expect((ulong)tag);
                broker.Add((ulong)tag);
            }

            foreach (var batch in order.Chunk(3))
            {
                Send(acknowledgements.Handled(batch.Select(tag => (ulong)tag)), broker);
            }

            Send(acknowledgements.HeldBack(), broker);
            broker.ShouldBeEmpty();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_batch_in_order_is_one_acknowledgement()
    {
        var acknowledgements = new Acknowledgements(10);
        acknowledgements.Expect(1);
        acknowledgements.Expect(2);
        acknowledgements.Expect(3);

        acknowledgements.Handled([1, 2]).ShouldBe([new Acknowledgement(2, Multiple: true)]);
    }

    [Fact]
    public void What_is_not_handled_is_not_acknowledged()
    {
        var acknowledgements = new Acknowledgements(0);
        acknowledgements.Expect(1);
        acknowledgements.Expect(2);

        acknowledgements.Handled([2]).ShouldBe([new Acknowledgement(2, Multiple: false)]);
        acknowledgements.HeldBack().ShouldBeEmpty();
    }

    // The broker closes a channel that acknowledges what it does not wait for.
    private static void Send(List<Acknowledgement> acknowledgements, SortedSet<ulong> broker)
    {
        foreach (var (tag, multiple) in acknowledgements)
        {
            broker.ShouldContain(tag);
            broker.RemoveWhere(open => open == tag || (multiple && open < tag));
        }
    }
}
