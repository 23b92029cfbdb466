using Ecommerce.AuthService.Domain;

namespace Ecommerce.AuthService.Tests;

public sealed class KeyScheduleTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly KeySchedule Schedule = new(TimeSpan.FromMinutes(15), TimeSpan.FromDays(90));

    [Fact]
    public void A_new_key_is_published_before_it_signs()
    {
        SigningKey[] keys = [Key("old", -1000), Key("new", 5)];

        KeySchedule.Signing(keys, Now).Id.ShouldBe("old");
        KeySchedule.IsPending(keys, Now).ShouldBeTrue();
        KeySchedule.Signing(keys, Now.AddMinutes(5)).Id.ShouldBe("new");
        KeySchedule.IsPending(keys, Now.AddMinutes(5)).ShouldBeFalse();
        Schedule.NextSignsFrom(keys, Now).ShouldBe(Now.AddMinutes(15));
    }

    [Fact]
    public void The_first_key_signs_at_once() => Schedule.NextSignsFrom([], Now).ShouldBe(Now);

    [Fact]
    public void A_replica_whose_clock_is_behind_signs_with_the_oldest_key() => KeySchedule.Signing([Key("only", 1)], Now).Id.ShouldBe("only");

    [Fact]
    public void A_key_is_kept_until_its_last_token_has_expired()
    {
        SigningKey[] keys = [Key("older", -500), Key("old", -59), Key("new", 0)];

        KeySchedule.Spent(keys, Now).ShouldBeEmpty();
        KeySchedule.Spent(keys, Now.AddMinutes(1)).Select(key => key.Id).ShouldBe(["older"]);
        KeySchedule.Spent(keys, Now.AddMinutes(60)).Select(key => key.Id).ShouldBe(["older", "old"]);
    }

    [Fact]
    public void The_next_key_is_made_so_early_that_it_is_known_when_its_time_comes()
    {
        var ninetyDays = (int)TimeSpan.FromDays(90).TotalMinutes;

        Schedule.IsDue([], Now).ShouldBeTrue();
        Schedule.IsDue([Key("only", 16 - ninetyDays)], Now).ShouldBeFalse();
        Schedule.IsDue([Key("only", 15 - ninetyDays)], Now).ShouldBeTrue();
        Schedule.IsDue([Key("only", 15 - ninetyDays), Key("next", 15)], Now).ShouldBeFalse();
    }

    private static SigningKey Key(string id, int signsFromMinutes) => SigningKey.Create(id, [], Now, Now.AddMinutes(signsFromMinutes));
}
