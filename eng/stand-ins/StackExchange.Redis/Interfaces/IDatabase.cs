namespace StackExchange.Redis;

/// <summary>The commands of a database.</summary>
public interface IDatabase : IRedis, IDatabaseAsync
{
    /// <summary>The number of the database.</summary>
    int Database { get; }

    /// <summary>Makes a batch: commands that are sent together.</summary>
    IBatch CreateBatch(object? asyncState = null);

    /// <summary>Makes a transaction: commands that are done together, or not at all.</summary>
    ITransaction CreateTransaction(object? asyncState = null);

    /// <summary>Gets a value.</summary>
    RedisValue StringGet(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets values.</summary>
    RedisValue[] StringGet(RedisKey[] keys, CommandFlags flags = CommandFlags.None);

    /// <summary>Sets a value.</summary>
    bool StringSet(RedisKey key, RedisValue value, TimeSpan? expiry, When when);

    /// <summary>Sets a value.</summary>
    bool StringSet(RedisKey key, RedisValue value, TimeSpan? expiry, When when, CommandFlags flags);

    /// <summary>Sets a value.</summary>
    bool StringSet(RedisKey key, RedisValue value, TimeSpan? expiry, bool keepTtl, When when = When.Always, CommandFlags flags = CommandFlags.None);

    /// <summary>Sets a value; null deletes it.</summary>
    bool StringSet(RedisKey key, RedisValue value, Expiration expiry = default, ValueCondition when = default, CommandFlags flags = CommandFlags.None);

    /// <summary>Sets values, all or none.</summary>
    bool StringSet(KeyValuePair<RedisKey, RedisValue>[] values, When when, CommandFlags flags);

    /// <summary>Sets a value and gets the one before.</summary>
    RedisValue StringGetSet(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);

    /// <summary>Sets a value and gets the one before.</summary>
    RedisValue StringSetAndGet(RedisKey key, RedisValue value, TimeSpan? expiry, When when, CommandFlags flags);

    /// <summary>Sets a value and gets the one before.</summary>
    RedisValue StringSetAndGet(RedisKey key, RedisValue value, TimeSpan? expiry = null, bool keepTtl = false, When when = When.Always, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets a value and deletes it.</summary>
    RedisValue StringGetDelete(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets a value and sets when it goes; null: never.</summary>
    RedisValue StringGetSetExpiry(RedisKey key, TimeSpan? expiry, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets a value and sets when it goes.</summary>
    RedisValue StringGetSetExpiry(RedisKey key, DateTime expiry, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets a value and how long it is kept.</summary>
    RedisValueWithExpiry StringGetWithExpiry(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Adds to a number.</summary>
    long StringIncrement(RedisKey key, long value = 1, CommandFlags flags = CommandFlags.None);

    /// <summary>Adds to a number.</summary>
    double StringIncrement(RedisKey key, double value, CommandFlags flags = CommandFlags.None);

    /// <summary>Takes from a number.</summary>
    long StringDecrement(RedisKey key, long value = 1, CommandFlags flags = CommandFlags.None);

    /// <summary>Takes from a number.</summary>
    double StringDecrement(RedisKey key, double value, CommandFlags flags = CommandFlags.None);

    /// <summary>Appends to a value.</summary>
    long StringAppend(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets the length of a value in bytes.</summary>
    long StringLength(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets a part of a value.</summary>
    RedisValue StringGetRange(RedisKey key, long start, long end, CommandFlags flags = CommandFlags.None);

    /// <summary>Overwrites a part of a value.</summary>
    RedisValue StringSetRange(RedisKey key, long offset, RedisValue value, CommandFlags flags = CommandFlags.None);

    /// <summary>Sets a bit.</summary>
    bool StringSetBit(RedisKey key, long offset, bool bit, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets a bit.</summary>
    bool StringGetBit(RedisKey key, long offset, CommandFlags flags = CommandFlags.None);

    /// <summary>Deletes a key.</summary>
    bool KeyDelete(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Deletes keys.</summary>
    long KeyDelete(RedisKey[] keys, CommandFlags flags = CommandFlags.None);

    /// <summary>Whether a key exists.</summary>
    bool KeyExists(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>How many of the keys exist.</summary>
    long KeyExists(RedisKey[] keys, CommandFlags flags = CommandFlags.None);

    /// <summary>Sets when a key goes; null: never.</summary>
    bool KeyExpire(RedisKey key, TimeSpan? expiry, CommandFlags flags);

    /// <summary>Sets when a key goes; null: never.</summary>
    bool KeyExpire(RedisKey key, TimeSpan? expiry, ExpireWhen when = ExpireWhen.Always, CommandFlags flags = CommandFlags.None);

    /// <summary>Sets when a key goes; null: never.</summary>
    bool KeyExpire(RedisKey key, DateTime? expiry, CommandFlags flags);

    /// <summary>Sets when a key goes; null: never.</summary>
    bool KeyExpire(RedisKey key, DateTime? expiry, ExpireWhen when = ExpireWhen.Always, CommandFlags flags = CommandFlags.None);

    /// <summary>How long a key is kept; null: for ever, or there is none.</summary>
    TimeSpan? KeyTimeToLive(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>When a key goes; null: never, or there is none.</summary>
    DateTime? KeyExpireTime(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Keeps a key for ever.</summary>
    bool KeyPersist(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Renames a key.</summary>
    bool KeyRename(RedisKey key, RedisKey newKey, When when = When.Always, CommandFlags flags = CommandFlags.None);

    /// <summary>Marks a key as used.</summary>
    bool KeyTouch(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets the type of a key.</summary>
    RedisType KeyType(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets a field.</summary>
    RedisValue HashGet(RedisKey key, RedisValue hashField, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets fields.</summary>
    RedisValue[] HashGet(RedisKey key, RedisValue[] hashFields, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets all fields.</summary>
    HashEntry[] HashGetAll(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Sets a field. True: it is new.</summary>
    bool HashSet(RedisKey key, RedisValue hashField, RedisValue value, When when = When.Always, CommandFlags flags = CommandFlags.None);

    /// <summary>Sets fields.</summary>
    void HashSet(RedisKey key, HashEntry[] hashFields, CommandFlags flags = CommandFlags.None);

    /// <summary>Deletes a field.</summary>
    bool HashDelete(RedisKey key, RedisValue hashField, CommandFlags flags = CommandFlags.None);

    /// <summary>Deletes fields.</summary>
    long HashDelete(RedisKey key, RedisValue[] hashFields, CommandFlags flags = CommandFlags.None);

    /// <summary>Whether there is a field.</summary>
    bool HashExists(RedisKey key, RedisValue hashField, CommandFlags flags = CommandFlags.None);

    /// <summary>Adds to a number.</summary>
    long HashIncrement(RedisKey key, RedisValue hashField, long value = 1, CommandFlags flags = CommandFlags.None);

    /// <summary>Adds to a number.</summary>
    double HashIncrement(RedisKey key, RedisValue hashField, double value, CommandFlags flags = CommandFlags.None);

    /// <summary>Takes from a number.</summary>
    long HashDecrement(RedisKey key, RedisValue hashField, long value = 1, CommandFlags flags = CommandFlags.None);

    /// <summary>Takes from a number.</summary>
    double HashDecrement(RedisKey key, RedisValue hashField, double value, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets the names of the fields.</summary>
    RedisValue[] HashKeys(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets the values of the fields.</summary>
    RedisValue[] HashValues(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Counts the fields.</summary>
    long HashLength(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Adds a member. True: it is new.</summary>
    bool SetAdd(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);

    /// <summary>Adds members.</summary>
    long SetAdd(RedisKey key, RedisValue[] values, CommandFlags flags = CommandFlags.None);

    /// <summary>Removes a member.</summary>
    bool SetRemove(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);

    /// <summary>Removes members.</summary>
    long SetRemove(RedisKey key, RedisValue[] values, CommandFlags flags = CommandFlags.None);

    /// <summary>Whether there is a member.</summary>
    bool SetContains(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);

    /// <summary>Which are members.</summary>
    bool[] SetContains(RedisKey key, RedisValue[] values, CommandFlags flags = CommandFlags.None);

    /// <summary>Counts the members.</summary>
    long SetLength(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets the members.</summary>
    RedisValue[] SetMembers(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Takes a member out.</summary>
    RedisValue SetPop(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Takes members out.</summary>
    RedisValue[] SetPop(RedisKey key, long count, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets a member by chance.</summary>
    RedisValue SetRandomMember(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets members by chance.</summary>
    RedisValue[] SetRandomMembers(RedisKey key, long count, CommandFlags flags = CommandFlags.None);

    /// <summary>Adds a member. True: it is new.</summary>
    bool SortedSetAdd(RedisKey key, RedisValue member, double score, CommandFlags flags);

    /// <summary>Adds a member. True: it is new.</summary>
    bool SortedSetAdd(RedisKey key, RedisValue member, double score, When when, CommandFlags flags = CommandFlags.None);

    /// <summary>Adds a member. True: it is new.</summary>
    bool SortedSetAdd(RedisKey key, RedisValue member, double score, SortedSetWhen when = SortedSetWhen.Always, CommandFlags flags = CommandFlags.None);

    /// <summary>Adds members.</summary>
    long SortedSetAdd(RedisKey key, SortedSetEntry[] values, CommandFlags flags);

    /// <summary>Adds members.</summary>
    long SortedSetAdd(RedisKey key, SortedSetEntry[] values, When when, CommandFlags flags = CommandFlags.None);

    /// <summary>Adds members.</summary>
    long SortedSetAdd(RedisKey key, SortedSetEntry[] values, SortedSetWhen when = SortedSetWhen.Always, CommandFlags flags = CommandFlags.None);

    /// <summary>Adds or changes a member. True: something changed.</summary>
    bool SortedSetUpdate(RedisKey key, RedisValue member, double score, SortedSetWhen when = SortedSetWhen.Always, CommandFlags flags = CommandFlags.None);

    /// <summary>Adds to a score.</summary>
    double SortedSetIncrement(RedisKey key, RedisValue member, double value, CommandFlags flags = CommandFlags.None);

    /// <summary>Takes from a score.</summary>
    double SortedSetDecrement(RedisKey key, RedisValue member, double value, CommandFlags flags = CommandFlags.None);

    /// <summary>Counts members, all or those of a range of scores.</summary>
    long SortedSetLength(RedisKey key, double min = double.NegativeInfinity, double max = double.PositiveInfinity, Exclude exclude = Exclude.None, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets members by rank.</summary>
    RedisValue[] SortedSetRangeByRank(RedisKey key, long start = 0, long stop = -1, Order order = Order.Ascending, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets members and scores by rank.</summary>
    SortedSetEntry[] SortedSetRangeByRankWithScores(RedisKey key, long start = 0, long stop = -1, Order order = Order.Ascending, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets members by score.</summary>
    RedisValue[] SortedSetRangeByScore(RedisKey key, double start = double.NegativeInfinity, double stop = double.PositiveInfinity, Exclude exclude = Exclude.None, Order order = Order.Ascending, long skip = 0, long take = -1, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets members and scores by score.</summary>
    SortedSetEntry[] SortedSetRangeByScoreWithScores(RedisKey key, double start = double.NegativeInfinity, double stop = double.PositiveInfinity, Exclude exclude = Exclude.None, Order order = Order.Ascending, long skip = 0, long take = -1, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets the rank of a member; null: it is none.</summary>
    long? SortedSetRank(RedisKey key, RedisValue member, Order order = Order.Ascending, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets the score of a member; null: it is none.</summary>
    double? SortedSetScore(RedisKey key, RedisValue member, CommandFlags flags = CommandFlags.None);

    /// <summary>Removes a member.</summary>
    bool SortedSetRemove(RedisKey key, RedisValue member, CommandFlags flags = CommandFlags.None);

    /// <summary>Removes members.</summary>
    long SortedSetRemove(RedisKey key, RedisValue[] members, CommandFlags flags = CommandFlags.None);

    /// <summary>Removes members by rank.</summary>
    long SortedSetRemoveRangeByRank(RedisKey key, long start, long stop, CommandFlags flags = CommandFlags.None);

    /// <summary>Removes members by score.</summary>
    long SortedSetRemoveRangeByScore(RedisKey key, double start, double stop, Exclude exclude = Exclude.None, CommandFlags flags = CommandFlags.None);

    /// <summary>Takes the first member out.</summary>
    SortedSetEntry? SortedSetPop(RedisKey key, Order order = Order.Ascending, CommandFlags flags = CommandFlags.None);

    /// <summary>Takes the first members out.</summary>
    SortedSetEntry[] SortedSetPop(RedisKey key, long count, Order order = Order.Ascending, CommandFlags flags = CommandFlags.None);

    /// <summary>Takes an item out.</summary>
    RedisValue ListLeftPop(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Takes items out.</summary>
    RedisValue[] ListLeftPop(RedisKey key, long count, CommandFlags flags = CommandFlags.None);

    /// <summary>Puts an item in; gets the length.</summary>
    long ListLeftPush(RedisKey key, RedisValue value, When when = When.Always, CommandFlags flags = CommandFlags.None);

    /// <summary>Puts items in; gets the length.</summary>
    long ListLeftPush(RedisKey key, RedisValue[] values, CommandFlags flags);

    /// <summary>Puts items in; gets the length.</summary>
    long ListLeftPush(RedisKey key, RedisValue[] values, When when = When.Always, CommandFlags flags = CommandFlags.None);

    /// <summary>Takes an item out.</summary>
    RedisValue ListRightPop(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Takes items out.</summary>
    RedisValue[] ListRightPop(RedisKey key, long count, CommandFlags flags = CommandFlags.None);

    /// <summary>Puts an item in; gets the length.</summary>
    long ListRightPush(RedisKey key, RedisValue value, When when = When.Always, CommandFlags flags = CommandFlags.None);

    /// <summary>Puts items in; gets the length.</summary>
    long ListRightPush(RedisKey key, RedisValue[] values, CommandFlags flags);

    /// <summary>Puts items in; gets the length.</summary>
    long ListRightPush(RedisKey key, RedisValue[] values, When when = When.Always, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets items.</summary>
    RedisValue[] ListRange(RedisKey key, long start = 0, long stop = -1, CommandFlags flags = CommandFlags.None);

    /// <summary>Counts the items.</summary>
    long ListLength(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Removes items.</summary>
    long ListRemove(RedisKey key, RedisValue value, long count = 0, CommandFlags flags = CommandFlags.None);

    /// <summary>Keeps only a range.</summary>
    void ListTrim(RedisKey key, long start, long stop, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets an item.</summary>
    RedisValue ListGetByIndex(RedisKey key, long index, CommandFlags flags = CommandFlags.None);

    /// <summary>Sets an item.</summary>
    void ListSetByIndex(RedisKey key, long index, RedisValue value, CommandFlags flags = CommandFlags.None);

    /// <summary>Counts a value in.</summary>
    bool HyperLogLogAdd(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);

    /// <summary>Counts values in.</summary>
    bool HyperLogLogAdd(RedisKey key, RedisValue[] values, CommandFlags flags = CommandFlags.None);

    /// <summary>Estimates how many different values were counted in.</summary>
    long HyperLogLogLength(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Estimates how many different values were counted in.</summary>
    long HyperLogLogLength(RedisKey[] keys, CommandFlags flags = CommandFlags.None);

    /// <summary>Takes a lock. False: someone has it.</summary>
    bool LockTake(RedisKey key, RedisValue value, TimeSpan expiry, CommandFlags flags = CommandFlags.None);

    /// <summary>Gives a lock back. False: it is another one's, or gone.</summary>
    bool LockRelease(RedisKey key, RedisValue value, CommandFlags flags = CommandFlags.None);

    /// <summary>Keeps a lock for longer. False: it is another one's, or gone.</summary>
    bool LockExtend(RedisKey key, RedisValue value, TimeSpan expiry, CommandFlags flags = CommandFlags.None);

    /// <summary>Gets who has a lock.</summary>
    RedisValue LockQuery(RedisKey key, CommandFlags flags = CommandFlags.None);

    /// <summary>Runs a script; it goes over the wire as text once, then as hash.</summary>
    RedisResult ScriptEvaluate(string script, RedisKey[]? keys = null, RedisValue[]? values = null, CommandFlags flags = CommandFlags.None);

    /// <summary>Runs a script that the server knows.</summary>
    RedisResult ScriptEvaluate(byte[] hash, RedisKey[]? keys = null, RedisValue[]? values = null, CommandFlags flags = CommandFlags.None);

    /// <summary>Runs a script with named parameters.</summary>
    RedisResult ScriptEvaluate(LuaScript script, object? parameters = null, CommandFlags flags = CommandFlags.None);

    /// <summary>Publishes; gets how many received it.</summary>
    long Publish(RedisChannel channel, RedisValue message, CommandFlags flags = CommandFlags.None);

    /// <summary>Sends any command. Arguments: RedisKey, RedisValue, text, bytes, numbers.</summary>
    RedisResult Execute(string command, params object[] args);

    /// <summary>Sends any command. Arguments: RedisKey, RedisValue, text, bytes, numbers.</summary>
    RedisResult Execute(string command, ICollection<object>? args, CommandFlags flags = CommandFlags.None);
}
