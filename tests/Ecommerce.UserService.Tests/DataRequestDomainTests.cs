using Ecommerce.UserService.Domain.DataRequests;

namespace Ecommerce.UserService.Tests;

public sealed class DataRequestDomainTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DataRequestTimes Times = new(TimeSpan.FromSeconds(10), TimeSpan.FromHours(1), TimeSpan.FromMinutes(20));

    [Fact]
    public void Nothing_counts_before_the_last_token_has_run_out()
    {
        var request = DataRequest.Erasure(Guid.NewGuid(), Guid.NewGuid(), [DataRequest.AccountService, "cart-service"], Noon);
        request.Ask(Times, Noon);
        request.Report("cart-service", 1, complete: true, Times, Noon);
        request.Report(DataRequest.AccountService, 1, complete: true, Times, Noon);
        request.State.ShouldBe(DataRequestState.Running);
        request.NextAttemptAt.ShouldBe(Noon + Times.TokenLifetime);

        request.Ask(Times, Noon + Times.TokenLifetime);
        request.FinalRound.ShouldBe(2);
        request.Report(DataRequest.AccountService, 2, complete: true, Times, Noon.AddHours(1));

        // A message of the first round that was on its way for long.
        request.Report("cart-service", 1, complete: true, Times, Noon.AddHours(1));
        request.State.ShouldBe(DataRequestState.Running);
        request.Report("cart-service", 2, complete: true, Times, Noon.AddHours(2));
        request.State.ShouldBe(DataRequestState.Completed);
        request.CompletedAt.ShouldBe(Noon.AddHours(2));
        request.NextAttemptAt.ShouldBeNull();
    }

    [Fact]
    public void Waits_double_up_to_the_longest()
    {
        var request = DataRequest.Export(Guid.NewGuid(), Guid.NewGuid(), ["cart-service"], Noon);
        var waits = Enumerable.Range(0, 12).Select(_ =>
        {
            request.Ask(Times, Noon);
            return (request.NextAttemptAt - Noon)!.Value;
        }).ToList();

        waits[0].ShouldBe(TimeSpan.FromSeconds(10));
        waits[1].ShouldBe(TimeSpan.FromSeconds(20));
        waits.ShouldAllBe(wait => wait <= Times.LongestWait);
        waits[^1].ShouldBe(Times.LongestWait);
    }

    [Fact]
    public void An_archive_without_all_shares_is_refused()
    {
        var request = DataRequest.Export(Guid.NewGuid(), Guid.NewGuid(), ["cart-service", "order-service"], Noon);
        request.AddShare("cart-service", "{}", Noon);
        request.CompleteExport(Noon).Error!.Code.ShouldBe("user.data_request_not_ready");
        request.AddShare("order-service", "{}", Noon);
        request.CompleteExport(Noon).IsSuccess.ShouldBeTrue();
        request.Parts.ShouldAllBe(part => part.Content == null);
    }
}
