using FelScanner.Web.Demo.World;

namespace FelScanner.Web.Demo;

/// <summary>Makes small media files that truly are what the demo's world says, so that the probe has something to prove.</summary>
public interface IDemoMedia
{
    /// <summary>Writes a file of this picture and sound to <paramref name="path"/>; its folder exists.</summary>
    void Write(string path, SimPicture picture, SimSound sound);
}
