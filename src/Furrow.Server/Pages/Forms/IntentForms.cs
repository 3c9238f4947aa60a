using Furrow.Core.Intents;
using Furrow.Core.Log;
using Furrow.Server.Intents;
using Furrow.Store;

namespace Furrow.Server.Pages.Forms;

/// <summary>What the form of an intent is on a page: how it is called, how its fields are sent, and where it leads.</summary>
public static class IntentForms
{
    private const string Handler = "intent-";

    /// <summary>So many entries are looked through for the act of a form that was sent before the server was started anew. An older one is judged.</summary>
    private const int MostLookedThrough = 20_000;

    /// <summary>In front of the name of each field, so that none is called as what every form carries.</summary>
    private const string FieldPrefix = "f.";

    public static string NameOf(Intent intent) => Handler + intent.Name;

    public static string FieldOf(FieldDescription field) => FieldPrefix + field.Name;

    /// <summary>The word of an address that says where a form was come to from.</summary>
    public const string BackWord = "back";

    /// <summary>Words of the address one comes back to: which entry was recorded, and by which intent.</summary>
    public const string DoneWord = "done", ByWord = "did";

    /// <summary>The page with the form of an intent, some of its fields filled in.</summary>
    /// <param name="back">Where it leads when it is done.</param>
    public static string Address(Intent intent, string? back, params (string Field, string? Value)[] filledIn) =>
        Link.To("/do/" + intent.Name, [.. filledIn, (BackWord, back is null ? null : Link.Without(back, DoneWord, ByWord))]);

    /// <summary>The intent whose form it is; null for other forms.</summary>
    public static Intent? IntentOf(Visit visit, string handler) =>
        handler.StartsWith(Handler, StringComparison.Ordinal) ? visit.Intents.Find(handler[Handler.Length..]) : null;

    /// <summary>A text over several lines gives a value a line where the field takes several.</summary>
    public static IntentDraft Read(Intent intent, IFormCollection form) => IntentReading.Read(intent.Description, intent.Description.Fields
        .Where(f => form.ContainsKey(FieldOf(f))).Select(f => KeyValuePair.Create(f.Name, Values(f, form)))
        .Append(KeyValuePair.Create(IntentDescription.ReasonName, (IReadOnlyList<string>)[form[IntentDescription.ReasonName].ToString()])));

    /// <summary>Where a form leads once it is done.</summary>
    public static string Onward(Visit visit, Intent intent, Guid act, IntentDraft draft, long position)
    {
        var (own, done) = ("/do/" + intent.Name, position.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var onward = Link.Here(visit.Http.Request.Query[BackWord]) ?? intent.Onward(act, draft) ?? own;
        return onward == own ? Link.To(own, (DoneWord, done)) : Link.With(onward, (DoneWord, done), (ByWord, intent.Name));
    }

    /// <summary>Where it led when this very form was sent first; null when it was not. What it did stands in the log behind what its person had seen.</summary>
    public static string? DoneBefore(Visit visit, Intent intent, IFormCollection form, Guid act)
    {
        var head = visit.State.Position;
        long? found = null;
        foreach (var placed in visit.Programme.Log.ReadFacts(Math.Clamp(visit.Seen ?? head, Math.Max(0, head - MostLookedThrough), head), head))
        {
            if (placed.Act.Id == act)
            {
                found = placed.Position;
            }
            else if (found is not null)
            {
                break;
            }
        }

        return found is { } position ? Onward(visit, intent, act, Read(intent, form), position) : null;
    }

    private static IReadOnlyList<string> Values(FieldDescription field, IFormCollection form)
    {
        var sent = form[FieldOf(field)].Select(v => v ?? "").ToList();
        return field.IsMany && field.Kind != FieldKind.Choice ? [.. sent.SelectMany(v => v.ReplaceLineEndings("\n").Split('\n'))] : sent;
    }
}
