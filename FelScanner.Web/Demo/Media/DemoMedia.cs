using FelScanner.Web.Demo.World;

namespace FelScanner.Web.Demo.Media;

/// <summary>Small Matroska files whose metadata are what the demo's world says, so that the probe proves the truth. No player would show them.</summary>
internal sealed class DemoMedia : IDemoMedia
{
    private const int Pictures = 120;

    public void Write(string path, SimPicture picture, SimSound sound) =>
        File.WriteAllBytes(path, new MatroskaWriter { Record = RecordOf(picture) }.Write(Picture.Film(Pictures, RpuOf(picture))));

    private static RpuRecipe? RpuOf(SimPicture picture) => picture switch
    {
        SimPicture.P7Fel => RpuRecipe.Fel,
        SimPicture.P7Mel => RpuRecipe.Mel,
        SimPicture.P8 => RpuRecipe.Profile8,
        SimPicture.P5 => RpuRecipe.Profile5,
        _ => null,
    };

    private static byte[]? RecordOf(SimPicture picture) => picture switch
    {
        SimPicture.P7Fel or SimPicture.P7Mel => Picture.Record(7, layer: true, 6),
        SimPicture.P8 => Picture.Record(8, layer: false, 1),
        SimPicture.P5 => Picture.Record(5, layer: false, 0),
        _ => null,
    };
}
