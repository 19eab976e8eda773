namespace FelScanner.Tests.Proofs;

/// <summary>Takes the last free byte of a small disk, until it is disposed. Only ever of one that was made for it (proofs/full-disk/run.sh).</summary>
internal sealed class Filler : IDisposable
{
    private const long Small = 64 << 20;
    private readonly string _file;

    private Filler(string file) => _file = file;

    /// <summary>True when the folder lies on a disk so small that it was made to be filled.</summary>
    public static bool MayFill(string folder) => new DriveInfo(folder).TotalSize <= Small;

    public static Filler Fill(string folder)
    {
        var filler = new Filler(Path.Combine(folder, "filler"));
        try
        {
            using var file = new FileStream(filler._file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            for (var block = new byte[4096]; ; file.Write(block))
                block[0] = 1;
        }
        catch (IOException)
        {
            // It is full.
            return filler;
        }
    }

    public void Dispose() => File.Delete(_file);
}
