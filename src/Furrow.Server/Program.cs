Console.WriteLine("furrow: the verbs are being built");
return 0;
