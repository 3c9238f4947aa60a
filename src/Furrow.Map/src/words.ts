// What the map says. English is built in; /api/words brings the visitor's language over it. A missing word shows its English, never a hole.
import english from './words.en.json';

let words: Record<string, string> = english;
let lang = 'en';

export function setWords(answer: { lang: string; words: Record<string, string> } | null): void {
  if (!answer) return;
  lang = answer.lang;
  words = { ...english, ...answer.words };
}

export const language = (): string => lang;

/** The word for a key; {0}, {1} … take the arguments. An unknown name is shown as it is, with blanks for dashes. */
export function t(key: string, ...args: (string | number)[]): string {
  const word = words[key] ?? key.slice(key.indexOf('.') + 1).replaceAll('-', ' ');
  return word.replace(/\{(\d)\}/g, (_, i) => String(args[Number(i)] ?? ''));
}
