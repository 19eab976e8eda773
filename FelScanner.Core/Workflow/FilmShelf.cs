using FelScanner.Core.Domain.Library;
using FelScanner.Core.Ports;

namespace FelScanner.Core.Workflow;

/// <summary>The library's films ready to be matched, built once and again only after the library changed.</summary>
public sealed class FilmShelf(ILibrary library)
{
    private readonly SemaphoreSlim _turn = new(1);
    private FilmIndex? _index;

    /// <summary>The library changed: build the index again at the next use.</summary>
    public void Forget() => _index = null;

    public async Task<FilmIndex> IndexAsync(CancellationToken cancellationToken)
    {
        if (_index is { } ready)
            return ready;
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return _index ??= FilmIndex.Build(await library.AllAsync(cancellationToken));
        }
        finally
        {
            _turn.Release();
        }
    }
}
