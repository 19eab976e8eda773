using System.Buffers;
using System.Text;

namespace FelScanner.Core.Domain.Library;

/// <summary>Accents and special letters in plain ASCII, the two ways in which release names write them.</summary>
internal static class Spelling
{
    private static readonly SearchValues<char> Expandable = SearchValues.Create("äöüÄÖÜøØåÅ");

    /// <summary>"Königreich" as "Konigreich", "Ærø" as "Aero". Marks of other scripts stay: without them another word would be left.</summary>
    public static string WithoutAccents(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        StringBuilder plain = new(text.Length);
        foreach (var c in Normalised(text))
        {
            if (c is < '\u0300' or > '\u036f')
                plain.Append(Letter(c) is { } letters ? letters : c.ToString());
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>"Königreich" as "Koenigreich"; null when the text has no such letter.</summary>
    public static string? Expand(string text)
    {
        if (Ascii.IsValid(text) || text.AsSpan().IndexOfAny(Expandable) < 0)
            return null;
        StringBuilder spelled = new(text.Length + 8);
        foreach (var c in text)
        {
            spelled.Append(c switch
            {
                'ä' or 'Ä' => "ae",
                'ö' or 'Ö' or 'ø' or 'Ø' => "oe",
                'ü' or 'Ü' => "ue",
                'å' or 'Å' => "aa",
                _ => c.ToString(),
            });
        }

        return spelled.ToString();
    }

    /// <summary>Lone halves of surrogate pairs cannot be normalised; such a text stays as it is.</summary>
    private static string Normalised(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormD);
            i++;
        }

        return text.Normalize(NormalizationForm.FormD);
    }

    private static string? Letter(char c) => c switch
    {
        'ß' or 'ẞ' => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'ø' or 'Ø' => "o",
        'ł' or 'Ł' => "l",
        'đ' or 'Đ' or 'ð' or 'Ð' => "d",
        'þ' or 'Þ' => "th",
        'ı' => "i",
        '·' or '½' => " ",
        _ => null,
    };
}
