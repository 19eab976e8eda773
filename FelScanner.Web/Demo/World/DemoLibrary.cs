namespace FelScanner.Web.Demo.World;

/// <summary>Fills a world with a believable library: well-known films in every kind of copy, the same at every start.</summary>
internal sealed class DemoLibrary(SimWorld world)
{
    private const int Seed = 7;
    private const int RadarrForgets = 41;

    private static readonly (int TmdbId, SimPicture Picture)[] Staged =
    [
        (438631, SimPicture.P5), (335984, SimPicture.Hdr10), (76341, SimPicture.P7Mel), (414906, SimPicture.P8), (157336, SimPicture.Hdr10),
        (872585, SimPicture.P5), (361743, SimPicture.P5), (348, SimPicture.Hdr10Plus), (120, SimPicture.P7Fel), (693134, SimPicture.P7Fel),
    ];

    /// <summary>How often each kind of copy is owned, of a hundred.</summary>
    private static readonly (int Share, Kind Kind)[] Shares =
    [
        (8, Kind.Fel), (11, Kind.SilentP7), (5, Kind.Mel), (15, Kind.P8), (15, Kind.P5), (8, Kind.Hdr10Plus), (17, Kind.Hdr10), (15, Kind.Sdr), (6, Kind.Two),
    ];

    private static readonly string[] Groups = ["FLUX", "NTb", "HHWEB", "CiNEPHiLES", "playWEB", "DON", "TEPES", "W4NK3R", "IONICBOY", "126811"];

    // Not for secrets: the same library at every start is wanted.
#pragma warning disable CA5394
    private readonly Random _random = new(Seed);

    private enum Kind
    {
        Fel,
        SilentP7,
        Mel,
        P8,
        P5,
        Hdr10Plus,
        Hdr10,
        Sdr,
        Two,
    }

    public void Fill()
    {
        var staged = Staged.ToDictionary(s => s.TmdbId, s => s.Picture);
        var number = 0;
        foreach (var known in FilmList.Read())
        {
            number++;
            var copies = staged.TryGetValue(known.TmdbId, out var picture) ? [Copy(known, picture)] : Copies(known, Pick());
            var film = world.Add(known.Title, known.Year, known.TmdbId, copies);
            world.Put(film with { Minutes = known.Minutes, InRadarr = staged.ContainsKey(known.TmdbId) || number % RadarrForgets != 0 });
        }
    }

    private Kind Pick()
    {
        var at = _random.Next(Shares.Sum(s => s.Share));
        foreach (var (share, kind) in Shares)
        {
            if ((at -= share) < 0)
                return kind;
        }
        return Kind.Sdr;
    }

    private SimCopy[] Copies(KnownFilm film, Kind kind) => kind switch
    {
        Kind.Fel => [Copy(film, SimPicture.P7Fel)],
        Kind.SilentP7 => [Silent(film)],
        Kind.Mel => [Copy(film, SimPicture.P7Mel)],
        Kind.P8 => [Copy(film, SimPicture.P8)],
        Kind.P5 => [Copy(film, SimPicture.P5)],
        Kind.Hdr10Plus => [Copy(film, SimPicture.Hdr10Plus)],
        Kind.Hdr10 => [Copy(film, SimPicture.Hdr10)],
        Kind.Two => [Copy(film, SimPicture.Sdr), _random.Next(2) == 0 ? Silent(film) : Copy(film, SimPicture.P5)],
        _ => [Copy(film, SimPicture.Sdr)],
    };

    private SimCopy Silent(KnownFilm film) => Copy(film, _random.Next(3) == 0 ? SimPicture.P7Mel : SimPicture.P7Fel)
        with
    { FileName = $"{ReleaseNames.Remux(film.Title, film.Year, "", "FraMeSToR")}.mkv" };

    private SimCopy Copy(KnownFilm film, SimPicture picture)
    {
        var group = picture is SimPicture.P7Fel or SimPicture.P7Mel ? "FraMeSToR" : Groups[_random.Next(Groups.Length)];
        var megabits = picture switch
        {
            SimPicture.P7Fel or SimPicture.P7Mel => _random.Next(58, 84),
            SimPicture.Hdr10 => _random.Next(18, 40),
            SimPicture.Sdr => _random.Next(9, 20),
            _ => _random.Next(14, 26),
        };
        return new SimCopy
        {
            Id = world.NextCopyId(),
            FileName = $"{ReleaseNames.Of(film.Title, film.Year, picture, group)}.mkv",
            Bytes = film.Minutes * 60L * megabits * 125_000L,
            Picture = picture,
            Sound = picture switch
            {
                SimPicture.P7Fel or SimPicture.P7Mel => SimSound.TrueHdAtmos,
                SimPicture.Hdr10 => SimSound.TrueHd,
                SimPicture.Sdr => SimSound.DtsHdMa,
                SimPicture.Hdr10Plus => SimSound.Ddp,
                _ => SimSound.DdpAtmos,
            },
            Lines = picture == SimPicture.Sdr ? 1080 : 2160,
            VideoCodec = picture == SimPicture.Sdr ? "h264" : "hevc",
        };
    }
#pragma warning restore CA5394
}
