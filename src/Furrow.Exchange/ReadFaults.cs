using Furrow.Core;

namespace Furrow.Exchange;

/// <summary>What is wrong with a file, said where it is seen and refused where the file is opened.</summary>
internal abstract class ReadFaultException(Phrase fault) : IOException(fault.ToString())
{
    public Phrase Fault { get; } = fault;
}

/// <summary>An archive holds more than its limits allow. Becomes a complaint about the file.</summary>
internal sealed class ArchiveLimitException(Phrase limit) : ReadFaultException(limit);

/// <summary>The archive contradicts itself or holds what no honest archive does. Becomes a complaint about the file.</summary>
internal sealed class ArchiveFaultException(Phrase fault) : ReadFaultException(fault);

/// <summary>The workbook states something no workbook has. Becomes a complaint about the file.</summary>
internal sealed class WorkbookFaultException(Phrase fault) : ReadFaultException(fault);
