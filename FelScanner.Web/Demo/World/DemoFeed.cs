namespace FelScanner.Web.Demo.World;

/// <summary>What the demo's trackers bring: real upgrades in a believable measure, and much that is none.</summary>
internal sealed class DemoFeed(SimWorld world, SimTracker tracker, SimTracker second)
{
    private const int Seed = 11;
    private const int OlderReleases = 40;
    private static readonly int[] FirstUpgrades = [438631, 335984, 76341, 414906, 872585, 157336];
    private static readonly string[] RemuxGroups = ["FraMeSToR", "CiNEPHiLES", "playBD", "Ben.The.Men", "IONICBOY"];

    private static readonly string[] Strangers =
    [
        "The.Last.of.Us.S02.2160p.MAX.WEB-DL.DDP5.1.Atmos.DV.HDR.H.265-FLUX",
        "Severance.S02E07.2160p.ATVP.WEB-DL.DDP5.1.Atmos.DV.HDR10+.H.265-NTb",
        "Planet.Earth.III.S01.2160p.iP.WEB-DL.AAC2.0.HLG.HEVC-playWEB",
        "Andor.S02.2160p.DSNP.WEB-DL.DDP5.1.Atmos.DV.HDR.H.265-FLUX",
        "Oddity.2024.2160p.UHD.BluRay.REMUX.DV.HDR.HEVC.TrueHD.Atmos.7.1-CiNEPHiLES",
        "Lion.King.2160p.UHD.BluRay.REMUX.DV.HEVC.TrueHD.Atmos.7.1-FraMeSToR",
        "Sicario.2015.COMPLETE.UHD.BLURAY-COASTER",
        "The.Lion.King.2160p.UHD.BluRay.REMUX.DV.P7.HEVC.TrueHD.Atmos.7.1-FraMeSToR",
        "Cold.Pursuit.2019.UHD.BluRay.2160p.TrueHD.Atmos.7.1.DV.HEVC.REMUX-FraMeSToR",
        "Gladiator.2000.2160p.UHD.BluRay.DV.P7.FEL.x265.10bit.TrueHD.Atmos.7.1-RMXG",
        "The.Making.of.Blade.Runner.EXTRAS.1080p.BluRay.x264-GRP",
        "Warfare.2025.2160p.USA.UHD.Blu-ray.DV.HDR.HEVC.TrueHD.7.1.Atmos-TMT",
    ];

    // Not for secrets: a demo may repeat itself.
#pragma warning disable CA5394
    private readonly Random _random = new(Seed);
    private readonly HashSet<int> _offered = [];
    private int _strangers;
    private int _upgrades;

    /// <summary>What lay there before the program looked for the first time: read, judged, and asked about by nobody.</summary>
    public void Begin(DateTimeOffset now)
    {
        for (var number = OlderReleases; number > 0; number--)
            Ordinary(now - TimeSpan.FromMinutes(number * 37));
    }

    /// <summary>A release that is no upgrade: a stranger, a series, or what is owned as good already.</summary>
    public void Ordinary(DateTimeOffset at)
    {
        if (_random.Next(3) == 0)
        {
            var name = Strangers[_strangers++ % Strangers.Length];
            var isSeries = name.Contains(".S0", StringComparison.Ordinal);
            tracker.Publish(name, _random.NextInt64(18, 70) * 1_000_000_000, "", r => Dressed(r, at) with { Category = isSeries ? 99 : 101 });
            return;
        }
        var owned = world.Films[_random.Next(world.Films.Count)];
        var (picture, sound) = Best(owned) switch
        {
            SimPicture.P7Fel => (SimPicture.P7Fel, SimSound.TrueHdAtmos),
            SimPicture.P7Mel or SimPicture.P8 => (SimPicture.P5, SimSound.DdpAtmos),
            SimPicture.P5 or SimPicture.Hdr10Plus or SimPicture.Hdr10 => (SimPicture.Hdr10, SimSound.TrueHd),
            _ => (SimPicture.Sdr, SimSound.DtsHdMa),
        };
        var place = _random.Next(4) == 0 ? second : tracker;
        Publish(place, owned, ReleaseNames.Of(owned.Title, owned.Year, picture, Group()), picture, sound, at);
    }

    /// <summary>A remux that beats everything owned of its film; one in four will turn out to be MEL.</summary>
    public void Upgrade(DateTimeOffset at)
    {
        if (NextToUpgrade() is not { } film)
            return;
        _offered.Add(film.Id);
        var told = (_upgrades++ % 3) switch { 0 => "P7.FEL.", 1 => "", _ => "P7." };
        var truth = told.Length > 4 || _random.Next(4) > 0 ? SimPicture.P7Fel : SimPicture.P7Mel;
        Publish(tracker, film, ReleaseNames.Remux(film.Title, film.Year, told, Group()), truth, SimSound.TrueHdAtmos, at);
    }

    private SimFilm? NextToUpgrade()
    {
        if (FirstUpgrades.Select(id => world.Films.FirstOrDefault(f => f.TmdbId == id)).FirstOrDefault(f => f is not null && !_offered.Contains(f.Id)) is { } staged)
            return staged;
        var waiting = world.Films.Where(f => f.InRadarr && !_offered.Contains(f.Id) && Best(f) is not (SimPicture.P7Fel or SimPicture.Sdr)).ToList();
        return waiting.Count == 0 ? null : waiting[_random.Next(waiting.Count)];
    }

    private void Publish(SimTracker place, SimFilm film, string name, SimPicture picture, SimSound sound, DateTimeOffset at)
    {
        var megabits = picture is SimPicture.P7Fel or SimPicture.P7Mel ? _random.Next(60, 86) : picture == SimPicture.Sdr ? 14 : 22;
        var bytes = (film.Minutes * 60L * megabits * 125_000L) + _random.Next(99_999_999);
        place.Publish(name, bytes, MediaInfoText.For(name, picture, sound, bytes), r => Dressed(r, at) with
        {
            TmdbId = film.TmdbId,
            ImdbId = film.ImdbId,
            Picture = picture,
            Sound = sound,
            Category = picture == SimPicture.Sdr ? 48 : 101,
        });
    }

    private SimRelease Dressed(SimRelease release, DateTimeOffset at) => release with
    {
        UploadedAt = at,
        Seeders = _random.Next(6, 80),
        Leechers = _random.Next(0, 25),
        Snatches = _random.Next(10, 400),
        Freeleech = _random.Next(9) == 0,
    };

    private string Group() => RemuxGroups[_random.Next(RemuxGroups.Length)];

    private static SimPicture Best(SimFilm film) => film.Copies.Max(c => c.Picture);
#pragma warning restore CA5394
}
