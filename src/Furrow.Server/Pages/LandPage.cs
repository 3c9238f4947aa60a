using Microsoft.AspNetCore.Components;

namespace Furrow.Server.Pages;

/// <summary>What every page and part of a page may ask for: the one view this request sees, and the words.</summary>
public abstract class LandPage : ComponentBase
{
    [Inject]
    public required Visit Visit { get; set; }

    protected Texts T => Visit.Texts;

    protected LandQuery Query => Visit.Query;
}
