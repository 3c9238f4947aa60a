namespace Furrow.Core.Land;

/// <summary>Kinds of report, as a claim on land keeps them. Numbers are part of the fact format.</summary>
public enum ReportKind : byte
{
    SuspectedHazardousArea = 1,
    ConfirmedHazardousArea = 2,
    SurveyWithoutEvidence = 3,
    Cancellation = 4,
    TechnicalSurvey = 5,
    Clearance = 6,
    BattleAreaClearance = 7,
    ResidualItem = 8,
    Reopening = 9,
    Custody = 10,
    Withdrawal = 11,
    QualityControl = 12,
}
