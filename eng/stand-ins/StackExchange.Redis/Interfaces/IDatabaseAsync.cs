namespace StackExchange.Redis;

/// <summary>The commands, without waiting. A failure is an exception of the task: <see cref="RedisConnectionException" />, <see cref="RedisTimeoutException" /> or <see cref="RedisServerException" />.</summary>
public interface IDatabaseAsync : IRedisAsync
{
    /// <summary>Whether the server can be reached.</summary>
    bool IsConnected(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Goes through everything, page by page.</summary>
    IAsyncEnumerable<HashEntry> HashScanAsync(RedisKey key, RedisValue pattern = default, int pageSize = 250, long cursor = 0, int pageOffset = 0, CommandFlags flags = CommandFlags.None);

    /// <summary>Goes through everything, page by page.</summary>
    IAsyncEnumerable<RedisValue> SetScanAsync(RedisKey key, RedisValue pattern = default, int pageSize = 250, long cursor = 0, int pageOffset = 0, CommandFlags flags = CommandFlags.None);

    /// <summary>Goes through everything, page by page.</summary>
    IAsyncEnumerable<SortedSetEntry> SortedSetScanAsync(RedisKey key, RedisValue pattern = default, int pageSize = 250, long cursor = 0, int pageOffset = 0, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets a value.</summary>
    Task<RedisValue> StringGetAsync(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets values.</summary>
    Task<RedisValue[]> StringGetAsync(RedisKey[] keys, CommandFlags flags = CommandFlags.None);

    /// <summary>Sets a value.</summary>
    Task<bool> StringSetAsync(RedisKey key, RedisValue value, TimeSpan? expiry, When when);

    /// <summary>Sets a value.</summary>
    Task<bool> StringSetAsync(RedisKey key, RedisValue value, TimeSpan? expiry, When when, CommandFlags flags);

    /// <summary>Sets a value.</summary>
    Task<bool> StringSetAsync(RedisKey key, RedisValue value, TimeSpan? expiry, bool keepTtl, When when = When.Always, CommandFlags flags = CommandFlags.None);

    /// <summary>Sets a value; null deletes it.</summary>
    Task<bool> StringSetAsync(RedisKey key, RedisValue value, Expiration expiry = default, ValueCondition when = default, CommandFlags flags = CommandFlags.None);

    /// <summary>Sets values, all or none.</summary>
    Task<bool> StringSetAsync(KeyValuePair<RedisKey, RedisValue>[] values, When when, CommandFlags flags);

    /// <summary>Sets a value and gets the one before.</summary>
    Task<RedisValue> StringGetSetAsync(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);

    /// <summary>Sets a value and gets the one before.</summary>
    Task<RedisValue> StringSetAndGetAsync(RedisKey key, RedisValue value, TimeSpan? expiry, When when, CommandFlags flags);

    /// <summary>Sets a value and gets the one before.</summary>
    Task<RedisValue> StringSetAndGetAsync(RedisKey key, RedisValue value, TimeSpan? expiry = null, bool keepTtl = false, When when = When.Always, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets a value and deletes it.</summary>
    Task<RedisValue> StringGetDeleteAsync(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets a value and sets when it goes; null: never.</summary>
    Task<RedisValue> StringGetSetExpiryAsync(RedisKey key, TimeSpan? expiry, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets a value and sets when it goes.</summary>
    Task<RedisValue> StringGetSetExpiryAsync(RedisKey key, DateTime expiry, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets a value and how long it is kept.</summary>
    Task<RedisValueWithExpiry> StringGetWithExpiryAsync(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Adds to a number.</summary>
    Task<long> StringIncrementAsync(RedisKey key, long value = 1, CommandFlags flags = CommandFlags.None);

    /// <summary>Adds to a number.</summary>
    Task<double> StringIncrementAsync(RedisKey key, double value, CommandFlags flags = CommandFlags.None);

    /// <summary>Takes from a number.</summary>
    Task<long> StringDecrementAsync(RedisKey key, long value = 1, CommandFlags flags = CommandFlags.None);

    /// <summary>Takes from a number.</summary>
    Task<double> StringDecrementAsync(RedisKey key, double value, CommandFlags flags = CommandFlags.None);

    /// <summary>Appends to a value.</summary>
    Task<long> StringAppendAsync(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets the length of a value in bytes.</summary>
    Task<long> StringLengthAsync(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets a part of a value.</summary>
    Task<RedisValue> StringGetRangeAsync(RedisKey key, long start, long end, CommandFlags flags = CommandFlags.None);

    /// <summary>Overwrites a part of a value.</summary>
    Task<RedisValue> StringSetRangeAsync(RedisKey key, long offset, RedisValue value, CommandFlags flags = CommandFlags.None);

    /// <summary>Sets a bit.</summary>
    Task<bool> StringSetBitAsync(RedisKey key, long offset, bool bit, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets a bit.</summary>
    Task<bool> StringGetBitAsync(RedisKey key, long offset, CommandFlags flags = CommandFlags.None);

    /// <summary>Deletes a key.</summary>
    Task<bool> KeyDeleteAsync(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Deletes keys.</summary>
    Task<long> KeyDeleteAsync(RedisKey[] keys, CommandFlags flags = CommandFlags.None);

    /// <summary>Whether a key exists.</summary>
    Task<bool> KeyExistsAsync(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>How many of the keys exist.</summary>
    Task<long> KeyExistsAsync(RedisKey[] keys, CommandFlags flags = CommandFlags.None);

    /// <summary>Sets when a key goes; null: never.</summary>
    Task<bool> KeyExpireAsync(RedisKey key, TimeSpan? expiry, CommandFlags flags);

    /// <summary>Sets when a key goes; null: never.</summary>
    Task<bool> KeyExpireAsync(RedisKey key, TimeSpan? expiry, ExpireWhen when = ExpireWhen.Always, CommandFlags flags = CommandFlags.None);

    /// <summary>Sets when a key goes; null: never.</summary>
    Task<bool> KeyExpireAsync(RedisKey key, DateTime? expiry, CommandFlags flags);

    /// <summary>Sets when a key goes; null: never.</summary>
    Task<bool> KeyExpireAsync(RedisKey key, DateTime? expiry, ExpireWhen when = ExpireWhen.Always, CommandFlags flags = CommandFlags.None);

    /// <summary>How long a key is kept; null: for ever, or there is none.</summary>
    Task<TimeSpan?> KeyTimeToLiveAsync(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>When a key goes; null: never, or there is none.</summary>
    Task<DateTime?> KeyExpireTimeAsync(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Keeps a key for ever.</summary>
    Task<bool> KeyPersistAsync(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Renames a key.</summary>
    Task<bool> KeyRenameAsync(RedisKey key, RedisKey newKey, When when = When.Always, CommandFlags flags = CommandFlags.None);

    /// <summary>Marks a key as used.</summary>
    Task<bool> KeyTouchAsync(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets the type of a key.</summary>
    Task<RedisType> KeyTypeAsync(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets a field.</summary>
    Task<RedisValue> HashGetAsync(RedisKey key, RedisValue hashField, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets fields.</summary>
    Task<RedisValue[]> HashGetAsync(RedisKey key, RedisValue[] hashFields, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets all fields.</summary>
    Task<HashEntry[]> HashGetAllAsync(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Sets a field. True: it is new.</summary>
    Task<bool> HashSetAsync(RedisKey key, RedisValue hashField, RedisValue value, When when = When.Always, CommandFlags flags = CommandFlags.None);

    /// <summary>Sets fields.</summary>
    Task HashSetAsync(RedisKey key, HashEntry[] hashFields, CommandFlags flags = CommandFlags.None);

    /// <summary>Deletes a field.</summary>
    Task<bool> HashDeleteAsync(RedisKey key, RedisValue hashField, CommandFlags flags = CommandFlags.None);

    /// <summary>Deletes fields.</summary>
    Task<long> HashDeleteAsync(RedisKey key, RedisValue[] hashFields, CommandFlags flags = CommandFlags.None);

    /// <summary>Whether there is a field.</summary>
    Task<bool> HashExistsAsync(RedisKey key, RedisValue hashField, CommandFlags flags = CommandFlags.None);

    /// <summary>Adds to a number.</summary>
    Task<long> HashIncrementAsync(RedisKey key, RedisValue hashField, long value = 1, CommandFlags flags = CommandFlags.None);

    /// <summary>Adds to a number.</summary>
    Task<double> HashIncrementAsync(RedisKey key, RedisValue hashField, double value, CommandFlags flags = CommandFlags.None);

    /// <summary>Takes from a number.</summary>
    Task<long> HashDecrementAsync(RedisKey key, RedisValue hashField, long value = 1, CommandFlags flags = CommandFlags.None);

    /// <summary>Takes from a number.</summary>
    Task<double> HashDecrementAsync(RedisKey key, RedisValue hashField, double value, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets the names of the fields.</summary>
    Task<RedisValue[]> HashKeysAsync(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets the values of the fields.</summary>
    Task<RedisValue[]> HashValuesAsync(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Counts the fields.</summary>
    Task<long> HashLengthAsync(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Adds a member. True: it is new.</summary>
    Task<bool> SetAddAsync(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);

    /// <summary>Adds members.</summary>
    Task<long> SetAddAsync(RedisKey key, RedisValue[] values, CommandFlags flags = CommandFlags.None);

    /// <summary>Removes a member.</summary>
    Task<bool> SetRemoveAsync(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);

    /// <summary>Removes members.</summary>
    Task<long> SetRemoveAsync(RedisKey key, RedisValue[] values, CommandFlags flags = CommandFlags.None);

    /// <summary>Whether there is a member.</summary>
    Task<bool> SetContainsAsync(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);

    /// <summary>Which are members.</summary>
    Task<bool[]> SetContainsAsync(RedisKey key, RedisValue[] values, CommandFlags flags = CommandFlags.None);

    /// <summary>Counts the members.</summary>
    Task<long> SetLengthAsync(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets the members.</summary>
    Task<RedisValue[]> SetMembersAsync(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Takes a member out.</summary>
    Task<RedisValue> SetPopAsync(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Takes members out.</summary>
    Task<RedisValue[]> SetPopAsync(RedisKey key, long count, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets a member by chance.</summary>
    Task<RedisValue> SetRandomMemberAsync(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets members by chance.</summary>
    Task<RedisValue[]> SetRandomMembersAsync(RedisKey key, long count, CommandFlags flags = CommandFlags.None);

    /// <summary>Adds a member. True: it is new.</summary>
    Task<bool> SortedSetAddAsync(RedisKey key, RedisValue member, double score, CommandFlags flags);

    /// <summary>Adds a member. True: it is new.</summary>
    Task<bool> SortedSetAddAsync(RedisKey key, RedisValue member, double score, When when, CommandFlags flags = CommandFlags.None);

    /// <summary>Adds a member. True: it is new.</summary>
    Task<bool> SortedSetAddAsync(RedisKey key, RedisValue member, double score, SortedSetWhen when = SortedSetWhen.Always, CommandFlags flags = CommandFlags.None);

    /// <summary>Adds members.</summary>
    Task<long> SortedSetAddAsync(RedisKey key, SortedSetEntry[] values, CommandFlags flags);

    /// <summary>Adds members.</summary>
    Task<long> SortedSetAddAsync(RedisKey key, SortedSetEntry[] values, When when, CommandFlags flags = CommandFlags.None);

    /// <summary>Adds members.</summary>
    Task<long> SortedSetAddAsync(RedisKey key, SortedSetEntry[] values, SortedSetWhen when = SortedSetWhen.Always, CommandFlags flags = CommandFlags.None);

    /// <summary>Adds or changes a member. True: something changed.</summary>
    Task<bool> SortedSetUpdateAsync(RedisKey key, RedisValue member, double score, SortedSetWhen when = SortedSetWhen.Always, CommandFlags flags = CommandFlags.None);

    /// <summary>Adds to a score.</summary>
    Task<double> SortedSetIncrementAsync(RedisKey key, RedisValue member, double value, CommandFlags flags = CommandFlags.None);

    /// <summary>Takes from a score.</summary>
    Task<double> SortedSetDecrementAsync(RedisKey key, RedisValue member, double value, CommandFlags flags = CommandFlags.None);

    /// <summary>Counts members, all or those of a range of scores.</summary>
    Task<long> SortedSetLengthAsync(RedisKey key, double min = double.NegativeInfinity, double max = double.PositiveInfinity, Exclude exclude = Exclude.None, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets members by rank.</summary>
    Task<RedisValue[]> SortedSetRangeByRankAsync(RedisKey key, long start = 0, long stop = -1, Order order = Order.Ascending, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets members and scores by rank.</summary>
    Task<SortedSetEntry[]> SortedSetRangeByRankWithScoresAsync(RedisKey key, long start = 0, long stop = -1, Order order = Order.Ascending, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets members by score.</summary>
    Task<RedisValue[]> SortedSetRangeByScoreAsync(RedisKey key, double start = double.NegativeInfinity, double stop = double.PositiveInfinity, Exclude exclude = Exclude.None, Order order = Order.Ascending, long skip = 0, long take = -1, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets members and scores by score.</summary>
    Task<SortedSetEntry[]> SortedSetRangeByScoreWithScoresAsync(RedisKey key, double start = double.NegativeInfinity, double stop = double.PositiveInfinity, Exclude exclude = Exclude.None, Order order = Order.Ascending, long skip = 0, long take = -1, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets the rank of a member; null: it is none.</summary>
    Task<long?> SortedSetRankAsync(RedisKey key, RedisValue member, Order order = Order.Ascending, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets the score of a member; null: it is none.</summary>
    Task<double?> SortedSetScoreAsync(RedisKey key, RedisValue member, CommandFlags flags = CommandFlags.None);

    /// <summary>Removes a member.</summary>
    Task<bool> SortedSetRemoveAsync(RedisKey key, RedisValue member, CommandFlags flags = CommandFlags.None);

    /// <summary>Removes members.</summary>
    Task<long> SortedSetRemoveAsync(RedisKey key, RedisValue[] members, CommandFlags flags = CommandFlags.None);

    /// <summary>Removes members by rank.</summary>
    Task<long> SortedSetRemoveRangeByRankAsync(RedisKey key, long start, long stop, CommandFlags flags = CommandFlags.None);

    /// <summary>Removes members by score.</summary>
    Task<long> SortedSetRemoveRangeByScoreAsync(RedisKey key, double start, double stop, Exclude exclude = Exclude.None, CommandFlags flags = CommandFlags.None);

    /// <summary>Takes the first member out.</summary>
    Task<SortedSetEntry?> SortedSetPopAsync(RedisKey key, Order order = Order.Ascending, CommandFlags flags = CommandFlags.None);

    /// <summary>Takes the first members out.</summary>
    Task<SortedSetEntry[]> SortedSetPopAsync(RedisKey key, long count, Order order = Order.Ascending, CommandFlags flags = CommandFlags.None);

    /// <summary>Takes an item out.</summary>
    Task<RedisValue> ListLeftPopAsync(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Takes items out.</summary>
    Task<RedisValue[]> ListLeftPopAsync(RedisKey key, long count, CommandFlags flags = CommandFlags.None);

    /// <summary>Puts an item in; gets the length.</summary>
    Task<long> ListLeftPushAsync(RedisKey key, RedisValue value, When when = When.Always, CommandFlags flags = CommandFlags.None);

    /// <summary>Puts items in; gets the length.</summary>
    Task<long> ListLeftPushAsync(RedisKey key, RedisValue[] values, CommandFlags flags);

    /// <summary>Puts items in; gets the length.</summary>
    Task<long> ListLeftPushAsync(RedisKey key, RedisValue[] values, When when = When.Always, CommandFlags flags = CommandFlags.None);

    /// <summary>Takes an item out.</summary>
    Task<RedisValue> ListRightPopAsync(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Takes items out.</summary>
    Task<RedisValue[]> ListRightPopAsync(RedisKey key, long count, CommandFlags flags = CommandFlags.None);

    /// <summary>Puts an item in; gets the length.</summary>
    Task<long> ListRightPushAsync(RedisKey key, RedisValue value, When when = When.Always, CommandFlags flags = CommandFlags.None);

    /// <summary>Puts items in; gets the length.</summary>
    Task<long> ListRightPushAsync(RedisKey key, RedisValue[] values, CommandFlags flags);

    /// <summary>Puts items in; gets the length.</summary>
    Task<long> ListRightPushAsync(RedisKey key, RedisValue[] values, When when = When.Always, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets items.</summary>
    Task<RedisValue[]> ListRangeAsync(RedisKey key, long start = 0, long stop = -1, CommandFlags flags = CommandFlags.None);

    /// <summary>Counts the items.</summary>
    Task<long> ListLengthAsync(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Removes items.</summary>
    Task<long> ListRemoveAsync(RedisKey key, RedisValue value, long count = 0, CommandFlags flags = CommandFlags.None);

    /// <summary>Keeps only a range.</summary>
    Task ListTrimAsync(RedisKey key, long start, long stop, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets an item.</summary>
    Task<RedisValue> ListGetByIndexAsync(RedisKey key, long index, CommandFlags flags = CommandFlags.None);

    /// <summary>Sets an item.</summary>
    Task ListSetByIndexAsync(RedisKey key, long index, RedisValue value, CommandFlags flags = CommandFlags.None);

    /// <summary>Counts a value in.</summary>
    Task<bool> HyperLogLogAddAsync(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);

    /// <summary>Counts values in.</summary>
    Task<bool> HyperLogLogAddAsync(RedisKey key, RedisValue[] values, CommandFlags flags = CommandFlags.None);

    /// <summary>Estimates how many different values were counted in.</summary>
    Task<long> HyperLogLogLengthAsync(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Estimates how many different values were counted in.</summary>
    Task<long> HyperLogLogLengthAsync(RedisKey[] keys, CommandFlags flags = CommandFlags.None);

    /// <summary>Takes a lock. False: someone has it.</summary>
    Task<bool> LockTakeAsync(RedisKey key, RedisValue value, TimeSpan expiry, CommandFlags flags = CommandFlags.None);

    /// <summary>Gives a lock back. False: it is another one's, or gone.</summary>
    Task<bool> LockReleaseAsync(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);

    /// <summary>Keeps a lock for longer. False: it is another one's, or gone.</summary>
    Task<bool> LockExtendAsync(RedisKey key, RedisValue value, TimeSpan expiry, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets who has a lock.</summary>
    Task<RedisValue> LockQueryAsync(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Runs a script; it goes over the wire as text once, then as hash.</summary>
    Task<RedisResult> ScriptEvaluateAsync(string script, RedisKey[]? keys = null, RedisValue[]? values = null, CommandFlags flags = CommandFlags.None);

    /// <summary>Runs a script that the server knows.</summary>
    Task<RedisResult> ScriptEvaluateAsync(byte[] hash, RedisKey[]? keys = null, RedisValue[]? values = null, CommandFlags flags = CommandFlags.None);

    /// <summary>Runs a script with named parameters.</summary>
    Task<RedisResult> ScriptEvaluateAsync(LuaScript script, object? parameters = null, CommandFlags flags = CommandFlags.None);

    /// <summary>Publishes; gets how many received it.</summary>
    Task<long> PublishAsync(RedisChannel channel, RedisValue message, CommandFlags flags = CommandFlags.None);

    /// <summary>Sends any command. Arguments: RedisKey, RedisValue, text, bytes, numbers.</summary>
    Task<RedisResult> ExecuteAsync(string command, params object[] args);

    /// <summary>Sends any command. Arguments: RedisKey, RedisValue, text, bytes, numbers.</summary>
    Task<RedisResult> ExecuteAsync(string command, ICollection<object>? args, CommandFlags flags = CommandFlags.None);
}
