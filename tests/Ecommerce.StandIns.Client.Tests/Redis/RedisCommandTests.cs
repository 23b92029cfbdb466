using StackExchange.Redis;

namespace Ecommerce.StandIns.Client.Tests.Redis;

public sealed class RedisCommandTests(RedisFixture redis)
{
    private readonly IDatabase _db = redis.Multiplexer.GetDatabase();

    [Fact]
    public async Task A_string_comes_back_as_it_was_set()
    {
        var key = redis.Key();
        byte[] bytes = [0, 13, 10, 255, (byte)'$'];

        (await _db.StringSetAsync(key, bytes)).ShouldBeTrue();

        ((byte[]?)await _db.StringGetAsync(key)).ShouldBe(bytes);
        (await _db.StringGetAsync(redis.Key())).IsNull.ShouldBeTrue();
    }

    [Fact]
    public async Task A_large_value_arrives_whole()
    {
        var key = redis.Key();
        var value = new byte[3_000_000];
        Random.Shared.NextBytes(value);

        await _db.StringSetAsync(key, value, TimeSpan.FromMinutes(1));

        ((byte[]?)await _db.StringGetAsync(key)).ShouldBe(value);
    }

    [Fact]
    public async Task Conditions_and_expiry_of_a_set_hold()
    {
        var key = redis.Key();
        (await _db.StringSetAsync(key, 1, TimeSpan.FromSeconds(100), When.NotExists)).ShouldBeTrue();
        (await _db.StringSetAsync(key, 2, TimeSpan.FromSeconds(100), When.NotExists)).ShouldBeFalse();
        (await _db.StringSetAsync(key, 3, Expiration.KeepTtl, ValueCondition.Exists)).ShouldBeTrue();

        ((int)await _db.StringGetAsync(key)).ShouldBe(3);
        (await _db.KeyTimeToLiveAsync(key)).ShouldNotBeNull().TotalSeconds.ShouldBeInRange(90, 100);
        (await _db.KeyPersistAsync(key)).ShouldBeTrue();
        (await _db.KeyTimeToLiveAsync(key)).ShouldBeNull();
        (await _db.StringGetSetExpiryAsync(key, TimeSpan.FromSeconds(50))).ShouldBe((RedisValue)3);
        var both = await _db.StringGetWithExpiryAsync(key);
        both.Expiry.ShouldNotBeNull().TotalSeconds.ShouldBeInRange(40, 50);
        (await _db.StringGetDeleteAsync(key)).ShouldBe((RedisValue)"3");
        (await _db.KeyExistsAsync(key)).ShouldBeFalse();
    }

    [Fact]
    public void Blocking_calls_do_the_same()
    {
        var key = redis.Key();
        _db.StringSet(key, "5");
        _db.StringIncrement(key, 3).ShouldBe(8);
        _db.StringIncrement(key, 0.5).ShouldBe(8.5);
        _db.StringGet([key, redis.Key()]).ShouldBe([(RedisValue)"8.5", RedisValue.Null]);
        _db.KeyDelete([key]).ShouldBe(1);
        _db.Ping().ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task Hashes_work()
    {
        var key = redis.Key();
        await _db.HashSetAsync(key, [new HashEntry("a", 1), new HashEntry("b", "two")]);
        (await _db.HashSetAsync(key, "c", true)).ShouldBeTrue();
        (await _db.HashSetAsync(key, "c", false)).ShouldBeFalse();
        (await _db.HashIncrementAsync(key, "a", 4)).ShouldBe(5);
        (await _db.HashGetAllAsync(key)).ToDictionary(e => e.Name.ToString(), e => e.Value.ToString())
            .ShouldBe(new Dictionary<string, string> { ["a"] = "5", ["b"] = "two", ["c"] = "0" }, ignoreOrder: true);
        (await _db.HashGetAsync(key, ["b", "x"])).ShouldBe([(RedisValue)"two", RedisValue.Null]);
        (await _db.HashDeleteAsync(key, "b")).ShouldBeTrue();
        (await _db.HashLengthAsync(key)).ShouldBe(2);
        var scanned = new List<string>();
        await foreach (var entry in _db.HashScanAsync(key))
        {
            scanned.Add(entry.Name.ToString());
        }

        scanned.ShouldBe(["a", "c"], ignoreOrder: true);
    }

    [Fact]
    public async Task Sorted_sets_keep_the_order_of_their_scores()
    {
        var key = redis.Key();
        (await _db.SortedSetAddAsync(key, [new SortedSetEntry("low", 1), new SortedSetEntry("mid", 2.5), new SortedSetEntry("high", 9)])).ShouldBe(3);
        (await _db.SortedSetRangeByRankAsync(key, 0, 1, Order.Descending)).ShouldBe([(RedisValue)"high", "mid"]);
        (await _db.SortedSetRangeByScoreWithScoresAsync(key, 1, 3, Exclude.Start)).ShouldBe([new SortedSetEntry("mid", 2.5)]);
        (await _db.SortedSetRangeByScoreAsync(key, order: Order.Descending, skip: 1, take: 1)).ShouldBe([(RedisValue)"mid"]);
        (await _db.SortedSetIncrementAsync(key, "low", 10)).ShouldBe(11);
        (await _db.SortedSetRankAsync(key, "low", Order.Descending)).ShouldBe(0);
        (await _db.SortedSetLengthAsync(key, 2, 9)).ShouldBe(2);
        (await _db.SortedSetRemoveRangeByScoreAsync(key, double.NegativeInfinity, 9, Exclude.Stop)).ShouldBe(1);
        (await _db.SortedSetScoreAsync(key, "mid")).ShouldBeNull();
        (await _db.SortedSetPopAsync(key))!.Value.Element.ShouldBe((RedisValue)"high");
    }

    [Fact]
    public async Task Sets_lists_and_counts_work()
    {
        var set = redis.Key();
        (await _db.SetAddAsync(set, ["a", "b", "b"])).ShouldBe(2);
        (await _db.SetContainsAsync(set, ["a", "x"])).ShouldBe([true, false]);
        (await _db.SetRemoveAsync(set, "a")).ShouldBeTrue();
        (await _db.SetMembersAsync(set)).ShouldBe([(RedisValue)"b"]);

        var list = redis.Key();
        (await _db.ListRightPushAsync(list, [1, 2, 3])).ShouldBe(3);
        (await _db.ListLeftPopAsync(list)).ShouldBe((RedisValue)1);
        await _db.ListTrimAsync(list, 0, 0);
        (await _db.ListRangeAsync(list)).ShouldBe([(RedisValue)2]);

        var visitors = redis.Key();
        await _db.HyperLogLogAddAsync(visitors, ["a", "b", "a"]);
        (await _db.HyperLogLogLengthAsync(visitors)).ShouldBe(2);
    }

    [Fact]
    public async Task A_lock_is_released_only_by_who_has_it()
    {
        var key = redis.Key();
        (await _db.LockTakeAsync(key, "me", TimeSpan.FromSeconds(30))).ShouldBeTrue();
        (await _db.LockTakeAsync(key, "you", TimeSpan.FromSeconds(30))).ShouldBeFalse();
        (await _db.LockReleaseAsync(key, "you")).ShouldBeFalse();
        (await _db.LockExtendAsync(key, "me", TimeSpan.FromSeconds(60))).ShouldBeTrue();
        (await _db.LockReleaseAsync(key, "me")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_script_runs_by_hash_and_again_after_the_server_forgot_it()
    {
        var key = redis.Key();
        const string Script = "redis.call('SET', KEYS[1], ARGV[1]); return {redis.call('GET', KEYS[1]), #ARGV}";

        for (var round = 0; round < 2; round++)
        {
            var result = (RedisResult[])(await _db.ScriptEvaluateAsync(Script, [key], ["v", 2]))!;
            ((string?)result[0]).ShouldBe("v");
            ((int)result[1]).ShouldBe(2);
            await _db.ExecuteAsync("SCRIPT", "FLUSH");
        }

        var named = LuaScript.Prepare("return redis.call('INCRBY', @key, @by)");
        ((int)await _db.ScriptEvaluateAsync(named, new { key = redis.Key(), by = 7 })).ShouldBe(7);
        (await Should.ThrowAsync<RedisServerException>(() => _db.ScriptEvaluateAsync("return redis.call('NOPE')"))).Message.ShouldContain("Unknown Redis command");
    }

    [Fact]
    public async Task An_error_of_the_server_reaches_only_who_caused_it()
    {
        var key = redis.Key();
        await _db.StringSetAsync(key, "text");
        var bad = _db.ListLengthAsync(key);
        var good = _db.StringGetAsync(key);

        (await Should.ThrowAsync<RedisServerException>(() => bad)).Message.ShouldStartWith("WRONGTYPE");
        (await good).ShouldBe((RedisValue)"text");
    }

    [Fact]
    public async Task A_transaction_is_done_whole_or_not_at_all()
    {
        var key = redis.Key();
        await _db.StringSetAsync(key, "1");

        var good = _db.CreateTransaction();
        good.AddCondition(Condition.StringEqual(key, "1"));
        var incremented = good.StringIncrementAsync(key);
        var hash = good.HashSetAsync(redis.Key(), "f", "v");
        (await good.ExecuteAsync()).ShouldBeTrue();
        (await incremented).ShouldBe(2);
        (await hash).ShouldBeTrue();

        var bad = _db.CreateTransaction();
        var condition = bad.AddCondition(Condition.KeyNotExists(key));
        var never = bad.StringSetAsync(key, "never");
        (await bad.ExecuteAsync()).ShouldBeFalse();
        condition.WasSatisfied.ShouldBeFalse();
        await Should.ThrowAsync<TaskCanceledException>(() => never);
        (await _db.StringGetAsync(key)).ShouldBe((RedisValue)"2");
    }

    [Fact]
    public async Task Of_many_transactions_on_one_condition_exactly_one_is_done()
    {
        var key = redis.Key();
        var results = await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            var transaction = _db.CreateTransaction();
            transaction.AddCondition(Condition.KeyNotExists(key));
            _ = transaction.StringSetAsync(key, i);
            return await transaction.ExecuteAsync();
        }));

        results.Count(done => done).ShouldBe(1);
    }

    [Fact]
    public async Task A_batch_goes_together()
    {
        var key = redis.Key();
        var batch = _db.CreateBatch();
        var all = Enumerable.Range(0, 100).Select(_ => batch.StringIncrementAsync(key)).ToList();
        batch.Execute();
        (await Task.WhenAll(all)).ShouldBe(Enumerable.Range(1, 100).Select(i => (long)i));
    }

    [Fact]
    public async Task Each_database_has_its_own_keys_even_when_they_are_used_in_turn()
    {
        var key = redis.Key();
        var other = redis.Multiplexer.GetDatabase(1);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? _db.StringIncrementAsync(key) : other.StringIncrementAsync(key, 10)));

        ((int)await _db.StringGetAsync(key)).ShouldBe(100);
        ((int)await other.StringGetAsync(key)).ShouldBe(1000);
        await other.KeyDeleteAsync(key);
    }

    [Fact]
    public async Task The_server_lists_its_keys_and_refuses_admin_commands_without_leave()
    {
        var prefix = "scan:" + Guid.CreateVersion7();
        for (var i = 0; i < 30; i++)
        {
            await _db.StringSetAsync($"{prefix}:{i}", i, TimeSpan.FromMinutes(1));
        }

        var server = redis.Multiplexer.GetServers().Single();
        server.Keys(pattern: prefix + ":*", pageSize: 5).Distinct().Count().ShouldBe(30);
        (await Should.ThrowAsync<RedisCommandException>(() => server.InfoAsync())).Message.ShouldContain("admin");
        Should.Throw<RedisCommandException>(() => server.FlushDatabase()).Message.ShouldContain("admin");
    }

    [Fact]
    public async Task A_hundred_thousand_commands_of_many_tasks_all_get_their_own_answer()
    {
        var key = redis.Key();
        var since = System.Diagnostics.Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, 100).Select(async task =>
        {
            for (var round = 0; round < 10; round++)
            {
                var values = Enumerable.Range(0, 50).Select(i => $"{task}-{round}-{i}").ToArray();
                var sets = values.Select(v => _db.StringSetAsync(key.Append(v), v, TimeSpan.FromMinutes(1))).ToArray();
                var gets = values.Select(v => _db.StringGetAsync(key.Append(v))).ToArray();
                (await Task.WhenAll(sets)).ShouldAllBe(set => set);
                (await Task.WhenAll(gets)).Select(v => v.ToString()).ShouldBe(values);
            }
        }));
        TestContext.Current.SendDiagnosticMessage("100000 commands in {0}", System.Diagnostics.Stopwatch.GetElapsedTime(since));
    }

    [Fact]
    public async Task Fire_and_forget_does_not_wait()
    {
        var key = redis.Key();
        var sent = _db.StringIncrementAsync(key, 5, CommandFlags.FireAndForget);
        sent.IsCompletedSuccessfully.ShouldBeTrue();
        (await sent).ShouldBe(0);
        await Probe.UntilAsync(async () => await _db.StringGetAsync(key) == 5, "the command was done");
    }
}
