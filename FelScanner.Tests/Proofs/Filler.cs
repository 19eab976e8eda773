namespace FelScanner.Tests.Proofs;

/// <summary>Takes the last free byte of a small disk, until it is disposed. Only ever of one that was made for it (proofs/full-disk/run.sh).</summary>
internal sealed class Filler : IDisposable
{
    private const string Variable = "FELSCANNER_SMALL_DISK";
    private const long Small = 64 << 20;
    private readonly string _file;

    private Filler(string file) => _file = file;

    /// <summary>True when the folder lies on the disk that the script made to be filled; what a disk says of its own size is not trusted alone.</summary>
    public static bool MayFill(string folder) =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } small && folder.StartsWith(small, StringComparison.Ordinal) && new DriveInfo(folder).TotalSize is > 0 and <= Small;

    public static Filler Fill(string folder)
    {
        var filler = new Filler(Path.Combine(folder, "filler"));
        try
        {
            using var file = new FileStream(filler._file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            var block = new byte[4096];
            while (file.Length <= Small)
                file.Write(block);
            throw new InvalidOperationException($"{folder} holds more than it said.");
        }
        catch (IOException)
        {
            // It is full.
            return filler;
        }
    }

    public void Dispose() => File.Delete(_file);
}
