using Furrow.Server.Verbs;

return VerbList.Run(args, VerbHost.OfThisProcess());
