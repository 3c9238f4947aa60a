namespace Furrow.Core.Land;

/// <summary>One line of the land journal: by what amount acceptance <see cref="Cause"/> changed what <see cref="Claim"/> did to the land of one cell (or a
/// run of equal cells of a row). Postings never change. Date, report, organisation, method and depth are the claim's.</summary>
/// <param name="Cause">Acceptance number.</param>
/// <param name="Row">Row of the cell grid.</param>
/// <param name="FromColumn">First column.</param>
/// <param name="ToColumn">Last column: the amount is the sum over the columns.</param>
/// <param name="FromArea">Number of the hazardous area that held the land before, −1 for none.</param>
/// <param name="ToArea">Number of the hazardous area that holds it after, −1 for none.</param>
/// <param name="AmountMicro">1e-6 m²; negative where an earlier line is taken back.</param>
public readonly record struct Posting(int Cause, int Row, int FromColumn, int ToColumn, int Claim, KindSet Kinds, LandStatus From, LandStatus To,
    Heading Heading, int FromArea, int ToArea, long AmountMicro);
