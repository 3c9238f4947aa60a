namespace Furrow.Exchange;

/// <summary>An archive holds more than its limits allow. Becomes a complaint about the file.</summary>
internal sealed class ArchiveLimitException(string limit) : IOException(limit);

/// <summary>The archive contradicts itself or holds what no honest archive does. Becomes a complaint about the file.</summary>
internal sealed class ArchiveFaultException(string fault) : IOException(fault);

/// <summary>The workbook states something no workbook has. Becomes a complaint about the file.</summary>
internal sealed class WorkbookFaultException(string fault) : IOException(fault);
