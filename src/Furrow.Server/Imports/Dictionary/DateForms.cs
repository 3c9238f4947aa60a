using Furrow.Exchange.Mappings;

namespace Furrow.Server.Imports.Dictionary;

/// <summary>How the dates of a column are written: where texts with day and month in one order only stand beside days, and none that fits both orders is left,
/// a spreadsheet program has converted those it could, with the month where it expects it.</summary>
/// <param name="Cells">Days that could have been exchanged.</param>
/// <param name="Left">Texts it could not take.</param>
/// <param name="Open">Texts it would have taken.</param>
internal readonly record struct DateForms(int Cells, int Left, int Open)
{
    public bool AreHalfConverted => Cells > 0 && Left > 0 && Open == 0;

    public DateForms With(string value) =>
        ConvertedDates.MayBeExchanged(value) ? this with { Cells = Cells + 1 }
        : DateText.OrderShownBy(value) != DateOrder.Unstated ? this with { Left = Left + 1 }
        : ConvertedDates.FitsBothOrders(value) ? this with { Open = Open + 1 } : this;

    public DateForms And(DateForms other) => new(Cells + other.Cells, Left + other.Left, Open + other.Open);
}
