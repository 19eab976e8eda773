namespace FelScanner.Core.Domain.Quality;

/// <summary>What the rules ask about a picture's Dolby Vision.</summary>
public static class LayerQuestions
{
    extension(PictureAndSound picture)
    {
        /// <summary>Dolby Vision profile 7, whatever its layer.</summary>
        public bool IsProfile7 => picture is { DolbyVision: true, Profile: 7 };

        /// <summary>Profile 7 whose enhancement layer is full, on whatever evidence.</summary>
        public bool IsFel => picture.IsProfile7 && picture.Layer == EnhancementLayer.Fel;

        /// <summary>Profile 7 whose layer nobody has told.</summary>
        public bool MayBeFel => picture.IsProfile7 && picture.Layer == EnhancementLayer.Unknown;

        /// <summary>An owned copy of unknown layer counts as FEL until its file is proven or marked MEL.</summary>
        public bool CountsAsFel => picture.IsFel || picture.MayBeFel;

        /// <summary>Something of the picture is known: a copy of which nothing is known has not been analysed.</summary>
        public bool IsKnown => picture.Resolution != Resolution.Unknown || picture.DolbyVision is not null || picture.Hdr != HdrKind.Unknown;
    }
}
