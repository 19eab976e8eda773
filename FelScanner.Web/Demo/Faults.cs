namespace FelScanner.Web.Demo;

/// <summary>The faults a simulated service will have: matched by a part of the path, taken in the order they were given.</summary>
public sealed class Faults
{
    private readonly Lock _lock = new();
    private readonly List<Planned> _planned = [];

    /// <summary>The next <paramref name="times"/> calls whose path contains <paramref name="path"/> meet <paramref name="fault"/>.</summary>
    public void Next(string path, Fault fault, int times = 1)
    {
        lock (_lock)
            _planned.Add(new Planned(path, fault, times));
    }

    /// <summary>Every call whose path contains <paramref name="path"/> meets <paramref name="fault"/> until <see cref="Clear"/>.</summary>
    public void Always(string path, Fault fault) => Next(path, fault, int.MaxValue);

    public void Clear()
    {
        lock (_lock)
            _planned.Clear();
    }

    internal Fault? Take(string path)
    {
        lock (_lock)
        {
            var index = _planned.FindIndex(p => path.Contains(p.Path, StringComparison.Ordinal));
            if (index < 0)
                return null;
            var planned = _planned[index];
            if (planned.Left == 1)
                _planned.RemoveAt(index);
            else
                _planned[index] = planned with { Left = planned.Left - 1 };
            return planned.Fault;
        }
    }

    private sealed record Planned(string Path, Fault Fault, int Left);
}
