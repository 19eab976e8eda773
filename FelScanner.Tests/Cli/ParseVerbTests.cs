using System.Text.Json;
using FelScanner.Tests.Core.Domain.Releases;
using FelScanner.Web.Cli;

namespace FelScanner.Tests.Cli;

public sealed class ParseVerbTests
{
    [Fact]
    public void A_name_comes_back_with_every_field_of_the_contract()
    {
        var answer = Run("Dune.2021.2160p.UHD.BluRay.REMUX.DV.P7.HDR.HEVC.TrueHD.7.1.Atmos-GRP")[0];

        Assert.Equal(
            """{"name":"Dune.2021.2160p.UHD.BluRay.REMUX.DV.P7.HDR.HEVC.TrueHD.7.1.Atmos-GRP","title":"Dune","year":2021,"tv":false,"season":null,"episode":null,"resolution":"2160p","source":"bluray","remux":true,"uhd":true,"disc":false,"hybrid":false,"dv":true,"dv_profile":7,"fel":null,"mel":null,"hdr":true,"hdr10plus":false,"hlg":false,"sdr":false,"codec":"h265","audio":"truehd","atmos":true,"group":"GRP","edition":[],"proper":false,"repack":false}""",
            answer);
    }

    [Fact]
    public void An_empty_line_gives_nulls()
    {
        var answer = Run("\n")[0];

        Assert.Equal(
            """{"name":"","title":null,"year":null,"tv":false,"season":null,"episode":null,"resolution":null,"source":null,"remux":false,"uhd":false,"disc":false,"hybrid":false,"dv":false,"dv_profile":null,"fel":null,"mel":null,"hdr":false,"hdr10plus":false,"hlg":false,"sdr":false,"codec":null,"audio":null,"atmos":false,"group":null,"edition":[],"proper":false,"repack":false}""",
            answer);
    }

    [Fact]
    public void Hostile_names_get_one_answer_each_in_order()
    {
        var names = HostileNames.Make(3_000, seed: 3).Select(name => name.Replace('\n', ' ').Replace('\r', ' ')).ToList();

        var answers = Run(string.Join('\n', names));

        Assert.Equal(names.Count, answers.Count);
        for (var i = 0; i < names.Count; i++)
        {
            using var json = JsonDocument.Parse(answers[i]);
            Assert.Equal(Whole(names[i]), json.RootElement.GetProperty("name").GetString());
        }
    }

    /// <summary>Half a surrogate pair cannot be written: the replacement character stands for it.</summary>
    private static string Whole(string name) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(name));

    private static List<string> Run(string input)
    {
        using StringWriter output = new();
        Assert.Equal(0, ParseVerb.Run(new StringReader(input), output));
        return [.. output.ToString().Split('\n')[..^1]];
    }
}
