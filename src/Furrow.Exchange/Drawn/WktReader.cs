using Furrow.Core;

namespace Furrow.Exchange.Drawn;

/// <summary>Reads well-known text of geometries, also with SRID in front (PostGIS) and with Z, M and ZM.</summary>
internal sealed class WktReader(string text, DrawnBuilder into)
{
    private int _at;

    /// <summary>The number after "SRID=", or null.</summary>
    public int? Srid { get; private set; }

    /// <summary>The text begins like WKT: used to find the column.</summary>
    public static bool LooksLike(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start.StartsWith("SRID=", StringComparison.OrdinalIgnoreCase) || start.StartsWith("POLYGON", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("MULTI", StringComparison.OrdinalIgnoreCase) && start.Contains('(')
                || start.StartsWith("POINT", StringComparison.OrdinalIgnoreCase) && start.Contains('(')
            || start.StartsWith("LINESTRING", StringComparison.OrdinalIgnoreCase) || start.StartsWith("GEOMETRYCOLLECTION", StringComparison.OrdinalIgnoreCase);
    }

    public bool Read()
    {
        if (Peek("SRID="))
        {
            _at += 5;
            var end = text.IndexOf(';', _at);
            if (end < 0 || PlainNumber.Whole(text.AsSpan(_at, end - _at)) is not { } srid)
            {
                return Broken();
            }

            (Srid, _at) = (srid, end + 1);
        }

        if (!Geometry(0))
        {
            return Broken();
        }

        Blanks();
        return _at == text.Length || Broken();
    }

    private bool Geometry(int depth)
    {
        var type = Word();
        while (Word() is { Length: > 0 } word)
        {
            if (word == "EMPTY")
            {
                return type.Length > 0;
            }

            if (word is not ("Z" or "M" or "ZM"))
            {
                return false;
            }
        }

        return depth < 16 && type.TrimEnd('Z', 'M') switch
        {
            "POLYGON" => Polygon(),
            "MULTIPOLYGON" => List(Polygon),
            "POINT" => List(Position),
            "MULTIPOINT" => List(() => Sees('(') ? List(Position) : Position()),
            "LINESTRING" => Line(),
            "MULTILINESTRING" => List(Line),
            "GEOMETRYCOLLECTION" => List(() => Geometry(depth + 1)),
            _ => false,
        };
    }

    private bool Polygon()
    {
        if (Word() == "EMPTY")
        {
            return true;
        }

        var rings = new List<double[]>();
        var good = List(() => Ring(rings));
        into.Polygon(rings);
        return good;
    }

    private bool Ring(List<double[]> rings)
    {
        var ring = new List<double>();
        var good = List(() => Numbers(ring));
        rings.Add([.. ring]);
        return good;
    }

    private bool Position()
    {
        var at = new List<double>(2);
        if (!Numbers(at))
        {
            return false;
        }

        into.Point(at[0], at[1]);
        return true;
    }

    private bool Line()
    {
        if (Word() == "EMPTY")
        {
            return true;
        }

        into.Line("line");
        return List(() => Numbers([]));
    }

    /// <summary>Two numbers or more with blanks between; the first two count.</summary>
    private bool Numbers(List<double> to)
    {
        if (!Number(out var x) || !Number(out var y))
        {
            return false;
        }

        while (Number(out _))
        {
        }

        if (!into.Accept(x, y))
        {
            return false;
        }

        to.Add(x);
        to.Add(y);
        return true;
    }

    private bool Number(out double number)
    {
        Blanks();
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '-' or '+' or '.'))
        {
            _at++;
        }

        var read = PlainNumber.Real(text.AsSpan(start, _at - start));
        number = read ?? 0;
        return read is not null;
    }

    private bool List(Func<bool> item)
    {
        if (!Sees('('))
        {
            return false;
        }

        do
        {
            _at++;
            if (!item())
            {
                return false;
            }
        }
        while (Sees(','));
        if (!Sees(')'))
        {
            return false;
        }

        _at++;
        return true;
    }

    private bool Sees(char c)
    {
        Blanks();
        return _at < text.Length && text[_at] == c;
    }

    private bool Peek(string word) => string.Compare(text, _at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private string Word()
    {
        Blanks();
        var start = _at;
        while (_at < text.Length && char.IsAsciiLetter(text[_at]))
        {
            _at++;
        }

        return text[start.._at].ToUpperInvariant();
    }

    private void Blanks()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }

    private bool Broken()
    {
        into.Refuse($"The well-known text cannot be read beyond character {_at + 1}.");
        return false;
    }
}
