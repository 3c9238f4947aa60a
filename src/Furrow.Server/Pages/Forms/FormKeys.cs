using System.Collections.Concurrent;
using System.Xml.Linq;
using Furrow.Server.Programmes;
using Furrow.Store;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Furrow.Server.Pages.Forms;

/// <summary>The keys that forms and cookies are signed with stand beside their ledger, not in somebody's home: a form that was open survives a restart, and
/// no other programme can sign for this one. Who only reads signs with keys of its own, which end with it.</summary>
internal static class FormKeys
{
    public static string FolderOf(Programme programme) => programme.Path + "-keys";

    public static void AddFormKeys(this IServiceCollection services)
    {
        services.AddDataProtection();
        services.AddOptions<DataProtectionOptions>().Configure<Programme>((o, programme) =>
            o.ApplicationDiscriminator = "furrow-" + (programme.State.Opened?.Programme ?? Guid.Empty).ToString("N"));
        services.AddOptions<KeyManagementOptions>().Configure<Programme>((o, programme) => o.XmlRepository = new KeyFolder(programme));
    }

    /// <summary>One file for each key. A key that cannot be kept is as good as another until the server stops.</summary>
    private sealed class KeyFolder(Programme programme) : IXmlRepository
    {
        private readonly ConcurrentQueue<XElement> _unkept = new();

        public IReadOnlyCollection<XElement> GetAllElements()
        {
            var folder = FolderOf(programme);
            var kept = programme.MayWrite && Directory.Exists(folder) ? Directory.GetFiles(folder, "*.xml").Select(Read).OfType<XElement>() : [];
            return [.. kept, .. _unkept];
        }

        public void StoreElement(XElement element, string friendlyName)
        {
            if (!programme.MayWrite || !TryKeep(Path.Combine(FolderOf(programme), Guid.NewGuid().ToString("D") + ".xml"), element))
            {
                _unkept.Enqueue(element);
            }
        }

        private static bool TryKeep(string path, XElement element)
        {
            try
            {
                OwnerFiles.Folder(Path.GetDirectoryName(path)!);
                OwnerFiles.WriteText(path + ".part", element.ToString());
                File.Move(path + ".part", path);
                return true;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }

        /// <summary>A file that is no key is none; another key is made.</summary>
        private static XElement? Read(string path)
        {
            try
            {
                return XElement.Parse(File.ReadAllText(path));
            }
            catch (Exception e) when (e is System.Xml.XmlException or IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }
}
