using System.Collections.Concurrent;
using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Ecommerce.ProductService.Infrastructure.Search;

/// <summary>
/// This replica's index, on its own disk. One follower writes; whoever searches takes the latest snapshot. It is derived: where it is missing,
/// of another form or of another database it is built anew.
/// </summary>
internal sealed class ProductIndex : IDisposable
{
    private const double WriteBufferMegabytes = 32;
    private const int MostReplicasOfOneFolder = 16;
    private const string FormKey = "form";
    private const string SourceKey = "source";
    private const string PositionKey = "position";

    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<object, SegmentColumns> _columns = [];
    private readonly FacetDictionary _dictionary = new();
    private readonly ProductDocument _document = new();
    private readonly ConcurrentDictionary<Guid, bool> _setAside = [];
    private FSDirectory? _directory;
    private IndexWriter? _writer;
    private volatile IndexSnapshot? _snapshot;
    private volatile Shelves _shelves = Shelves.Empty;

    /// <summary>The number of products that could not be indexed; searches do not find them.</summary>
    public int SetAside => _setAside.Count;

    /// <summary>Whether it has caught up with the database once.</summary>
    public bool IsReady => _ready.Task.IsCompletedSuccessfully;

    public Task Ready => _ready.Task;

    public Shelves Shelves
    {
        get => _shelves;
        set => _shelves = value;
    }

    /// <summary>Opens what is on the disk, or starts an empty one.</summary>
    /// <returns>Up to where it follows the source; null where it has to be built.</returns>
    public long? Open(string folder, string source)
    {
        for (var replica = 0; _writer is null; replica++)
        {
            // Two replicas on one machine have a folder each.
            var path = Path.Combine(folder, replica.ToString(CultureInfo.InvariantCulture));
            var directory = FSDirectory.Open(path);
            try
            {
                _writer = new IndexWriter(directory, Configuration(OpenMode.CREATE_OR_APPEND));
                _directory = directory;
            }
            catch (LockObtainFailedException) when (replica < MostReplicasOfOneFolder)
            {
                directory.Dispose();
            }
            catch (Exception exception) when (exception is CorruptIndexException or IndexFormatTooOldException or IndexFormatTooNewException or IOException && replica < MostReplicasOfOneFolder)
            {
                _writer = new IndexWriter(directory, Configuration(OpenMode.CREATE));
                _directory = directory;
            }
        }

        var known = _writer.CommitData;
        if (known.TryGetValue(FormKey, out var form) && form == Fields.Form && known.TryGetValue(SourceKey, out var of) && of == source
            && known.TryGetValue(PositionKey, out var position))
        {
            return long.Parse(position, CultureInfo.InvariantCulture);
        }

        Clear();
        return null;
    }

    public void Clear()
    {
        _setAside.Clear();
        _writer!.DeleteAll();
    }

    /// <summary>Adds a product that is not in the index yet; sets it aside if it cannot be indexed.</summary>
    /// <returns>Why it was set aside; null if it was indexed.</returns>
    public Exception? Add(IndexedProduct product) => WriteOrSetAside(product, () => _writer!.AddDocument(_document.Of(product)));

    /// <summary>Replaces a product in the index; sets it aside if it cannot be indexed.</summary>
    /// <returns>Why it was set aside; null if it was indexed.</returns>
    public Exception? Put(IndexedProduct product) =>
        WriteOrSetAside(product, () => _writer!.UpdateDocument(ProductDocument.TermOf(product.Id), _document.Of(product)));

    public void Remove(Guid id)
    {
        _setAside.TryRemove(id, out _);
        _writer!.DeleteDocuments(ProductDocument.TermOf(id));
    }

    /// <summary>Lets searches see what was written. What they read of new segments is made before, not while somebody waits.</summary>
    public void Publish()
    {
        var before = _snapshot;
        var reader = before is null ? DirectoryReader.Open(_writer, applyAllDeletes: true) : DirectoryReader.OpenIfChanged(before.Reader, _writer, applyAllDeletes: true);
        if (reader is null)
        {
            return;
        }

        var orders = before?.Columns.SelectMany(columns => columns.Orders).Distinct().ToArray() ?? [];
        var columns = new SegmentColumns[reader.Leaves.Count];
        foreach (var leaf in reader.Leaves)
        {
            var key = leaf.AtomicReader.CoreCacheKey;
            if (!_columns.TryGetValue(key, out var known))
            {
                _columns[key] = known = SegmentColumns.Of(leaf.AtomicReader, _dictionary);
                foreach (var (sort, currency) in orders)
                {
                    known.Order(sort, currency);
                }
            }

            columns[leaf.Ord] = known;
        }

        foreach (var gone in _columns.Where(known => !columns.Contains(known.Value)).Select(known => known.Key).ToList())
        {
            _columns.Remove(gone);
        }

        _snapshot = new IndexSnapshot(reader, columns, _dictionary.Publish());
        before?.Reader.DecRef();
    }

    // One product that cannot be indexed must not stop the others.
    private Exception? WriteOrSetAside(IndexedProduct product, Action write)
    {
        try
        {
            write();
            _setAside.TryRemove(product.Id, out _);
            return null;
        }
        catch (Exception exception) when (exception is not (IOException or ObjectDisposedException or OutOfMemoryException))
        {
            Remove(product.Id);
            _setAside[product.Id] = true;
            return exception;
        }
    }

    /// <summary>Keeps it on the disk, with the position up to which it follows the source.</summary>
    public void Commit(string source, long position)
    {
        _writer!.SetCommitData(new Dictionary<string, string>
        {
            [FormKey] = Fields.Form,
            [SourceKey] = source,
            [PositionKey] = position.ToString(CultureInfo.InvariantCulture),
        });
        _writer.Commit();
    }

    public void SetReady() => _ready.TrySetResult();

    /// <summary>Reads the latest snapshot.</summary>
    /// <exception cref="InvalidOperationException">It is not ready.</exception>
    public T Read<T>(Func<IndexSnapshot, T> read)
    {
        while (true)
        {
            var snapshot = _snapshot ?? throw new InvalidOperationException("The index is not ready.");
            if (!snapshot.Reader.TryIncRef())
            {
                continue; // A newer one has just taken its place.
            }

            try
            {
                return read(snapshot);
            }
            finally
            {
                snapshot.Reader.DecRef();
            }
        }
    }

    public void Dispose()
    {
        _snapshot?.Reader.Dispose();
        _writer?.Dispose(waitForMerges: false);
        _directory?.Dispose();
        _document.Dispose();
    }

    private static IndexWriterConfig Configuration(OpenMode mode) => new(LuceneVersion.LUCENE_48, new NoAnalyzer())
    {
        OpenMode = mode,
        RAMBufferSizeMB = WriteBufferMegabytes,
        Similarity = new WeightSimilarity(),
        UseCompoundFile = false,
    };
}
