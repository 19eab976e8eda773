using System.Text;

namespace FelScanner.Tests.Support;

/// <summary>Makes .torrent files, also such as nobody should make.</summary>
internal static class TorrentMaker
{
    public static byte[] Single(string name, long length = 1000, bool isPrivate = true) => Root(Info(name) + $"6:lengthi{length}e" + Tail(isPrivate));

    public static byte[] Folder(string name, params (string[] Path, long Length)[] files) =>
        Root("5:filesl" + string.Concat(files.Select(f => $"d6:lengthi{f.Length}e4:pathl{string.Concat(f.Path.Select(Text))}ee")) + "e" + Info(name) + Tail(true));

    /// <summary>The same with "info" written by hand.</summary>
    public static byte[] Root(string info) => Latin($"d8:announce20:http://127.0.0.1:1/x4:infod{info}ee");

    public static string Text(string text) => $"{Encoding.UTF8.GetByteCount(text)}:{Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text))}";

    public static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    private static string Info(string name) => "4:name" + Text(name);

    private static string Tail(bool isPrivate) => "12:piece lengthi262144e6:pieces20:01234567890123456789" + (isPrivate ? "7:privatei1e" : "");
}
