using Furrow.Core;
using Furrow.Exchange.Mappings;

namespace Furrow.Server.Imports;

/// <summary>What few rows of a file have is held apart from the rows: of a country's file each word that every row holds is a megabyte.</summary>
internal sealed partial class RowDraft
{
    private sealed class RareOfRow
    {
        public Problem? Problem { get; set; }

        public IReadOnlyList<Problem> Further { get; set; } = [];

        public KnownRow? Known { get; set; }

        public IReadOnlyList<DatedMoment> Moments { get; set; } = [];

        public string? CodeAsWritten { get; set; }

        public string? Corrects { get; set; }

        public IReadOnlyList<Problem> Unread { get; set; } = [];

        public Problem? Overruled { get; set; }

        public IReadOnlyList<(string Field, string Column, string Value)> Asked { get; set; } = [];
    }

    public Problem? Problem
    {
        get => _rare?.Problem;
        set
        {
            if (value is not null || _rare is not null)
            {
                (_rare ??= new()).Problem = value;
            }
        }
    }

    /// <summary>What else refuses it: whoever mends the file learns all at once.</summary>
    public IReadOnlyList<Problem> Further
    {
        get => _rare?.Further ?? [];
        set
        {
            if (value.Count > 0 || _rare is not null)
            {
                (_rare ??= new()).Further = value;
            }
        }
    }

    /// <summary>All that refuses it.</summary>
    public IEnumerable<Problem> Refusals => Problem is null ? [] : Further.Prepend(Problem);

    /// <summary>The report in the programme that says the same already; null where none does.</summary>
    public KnownRow? Known
    {
        get => _rare?.Known;
        set
        {
            if (value is not null || _rare is not null)
            {
                (_rare ??= new()).Known = value;
            }
        }
    }

    /// <summary>Its dates that were hours with a time zone.</summary>
    public IReadOnlyList<DatedMoment> Moments
    {
        get => _rare?.Moments ?? [];
        set
        {
            if (value.Count > 0 || _rare is not null)
            {
                (_rare ??= new()).Moments = value;
            }
        }
    }

    /// <summary>The code of its report with the blanks and case it has in the file, for the checks; null where it is the code itself.</summary>
    public string? CodeAsWritten
    {
        get => _rare?.CodeAsWritten;
        set
        {
            if (value is not null || _rare is not null)
            {
                (_rare ??= new()).CodeAsWritten = value;
            }
        }
    }

    /// <summary>Code of the report this one corrects.</summary>
    public string? Corrects
    {
        get => _rare?.Corrects;
        set
        {
            if (value is not null || _rare is not null)
            {
                (_rare ??= new()).Corrects = value;
            }
        }
    }

    /// <summary>Values of its columns that could not be read.</summary>
    public IReadOnlyList<Problem> Unread
    {
        get => _rare?.Unread ?? [];
        set
        {
            if (value.Count > 0 || _rare is not null)
            {
                (_rare ??= new()).Unread = value;
            }
        }
    }

    /// <summary>What speaks against it, though a person takes it.</summary>
    public Problem? Overruled
    {
        get => _rare?.Overruled;
        set
        {
            if (value is not null || _rare is not null)
            {
                (_rare ??= new()).Overruled = value;
            }
        }
    }

    /// <summary>Values that are words: somebody may say what they mean.</summary>
    public IReadOnlyList<(string Field, string Column, string Value)> Asked
    {
        get => _rare?.Asked ?? [];
        set
        {
            if (value.Count > 0 || _rare is not null)
            {
                (_rare ??= new()).Asked = value;
            }
        }
    }
}
