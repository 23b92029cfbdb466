using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Ecommerce.GatewayService.Caching;

/// <summary>Holds a response back until it is whole, so that it can be kept and have its tag. One that is too large goes on its way as it comes.</summary>
internal sealed class HeldBody(IHttpResponseBodyFeature inner, int most) : Stream, IHttpResponseBodyFeature
{
    private readonly MemoryStream _held = new();
    private PipeWriter? _writer;

    /// <summary>Whether it was too large and is on its way.</summary>
    public bool IsReleased { get; private set; }

    public Stream Stream => this;

    public PipeWriter Writer => _writer ??= PipeWriter.Create(this, new StreamPipeWriterOptions(leaveOpen: true));

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public byte[] ToArray() => _held.ToArray();

    /// <summary>Lets what is held go.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        if (!IsReleased)
        {
            IsReleased = true;
            _held.Position = 0;
            await _held.CopyToAsync(inner.Stream, cancellationToken);
        }
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!IsReleased && _held.Length + buffer.Length > most)
        {
            await ReleaseAsync(cancellationToken);
        }

        await (IsReleased ? inner.Stream : _held).WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override Task FlushAsync(CancellationToken cancellationToken) => IsReleased ? inner.Stream.FlushAsync(cancellationToken) : Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public Task StartAsync(CancellationToken cancellationToken = default) => IsReleased ? inner.StartAsync(cancellationToken) : Task.CompletedTask;

    public async Task CompleteAsync()
    {
        if (_writer is not null)
        {
            await _writer.FlushAsync();
        }
    }

    public void DisableBuffering()
    {
    }

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        SendFileFallback.SendFileAsync(this, path, offset, count, cancellationToken);
}
