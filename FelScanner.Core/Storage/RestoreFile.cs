namespace FelScanner.Core.Storage;

internal static class RestoreFile
{
    public static void Finish(DataFolder folder) => _ = folder;
}
