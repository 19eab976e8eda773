using System.Text.Json;
using FelScanner.Core.Domain.Quality;

namespace FelScanner.Tests.Peers;

/// <summary>What ffprobe reads from a film's first picture, turned into our words.</summary>
internal static class Oracle
{
    private static readonly PeerTool Ffprobe = new("ffprobe");

    /// <summary>Profile and layer by ffprobe's numbers; null when it sees no Dolby Vision metadata.</summary>
    public static async Task<(int Profile, EnhancementLayer Layer)?> AskAsync(string file)
    {
        // Code 1: no film that ffprobe can read.
        var json = await Ffprobe.RunAsync(["-v", "error", "-select_streams", "v:0", "-show_frames", "-read_intervals", "%+#1", "-of", "json", file], worstCode: 1);
        var metadata = Frames(json)
            .SelectMany(frame => frame.TryGetProperty("side_data_list", out var list) ? list.EnumerateArray() : default)
            .Where(data => data.GetProperty("side_data_type").GetString() == "Dolby Vision Metadata")
            .ToList();
        return metadata.Count == 0 ? null : Judge(metadata[0]);
    }

    private static List<JsonElement> Frames(string json) =>
        json.Length > 0 && JsonDocument.Parse(json).RootElement.TryGetProperty("frames", out var frames) ? [.. frames.EnumerateArray()] : [];

    private static (int Profile, EnhancementLayer Layer) Judge(JsonElement data)
    {
        var hasLayer = Number(data, "el_spatial_resampling_filter_flag") == 1 && Number(data, "disable_residual_flag") == 0;
        var profile = (Number(data, "vdr_rpu_profile"), hasLayer, Number(data, "vdr_bit_depth")) switch
        {
            (0, _, _) => 5,
            (_, false, _) => 8,
            (_, _, 12) => 7,
            _ => 4,
        };
        var one = 1L << (int)Number(data, "coef_log2_denom");
        var neutral = data.GetProperty("components").EnumerateArray().All(component => !hasLayer
            || (Number(component, "nlq_offset") == 0 && Number(component, "vdr_in_max") == one
            && Number(component, "linear_deadzone_slope") == 0 && Number(component, "linear_deadzone_threshold") == 0));
        var layer = profile switch
        {
            7 => neutral ? EnhancementLayer.Mel : EnhancementLayer.Fel,
            4 => EnhancementLayer.Unknown,
            _ => EnhancementLayer.None,
        };
        return (profile, layer);
    }

    private static long Number(JsonElement element, string name) => element.GetProperty(name).GetInt64();
}
