import type { Replacement } from "./replace-in.ts";

/** Names of so many characters are replaced wherever they stand; shorter ones are often words too (主婦, みかん, 山田町). */
const DISTINCTIVE = 4;

/** Behind a name that is addressed or spoken of. */
const HONORIFIC =
  "(?:さん|さま|様|氏|くん|君|ちゃん|殿|どの|先生|さーん|たん|へ|宛|あて|の(?:コメント|意見|書き込み|投稿)|との(?:トーク|チャット|会話|やりとり))";
const HANDLE = /[@＠]([\p{L}\p{N}_.-]{3,})/gu;

/**
 * Returns the function that finds people in a text: by `@`, by a title of politeness, at the head of a line, and, for names of
 * four characters and more, anywhere. Width and case make no difference. `anywhere` takes short names so, too, where a text
 * cannot be of ordinary words.
 *
 * @example
 * namesInText(new Map([["みかん", "青い梟17"]]))("みかんさん、冬はみかん"); // one place: 0–3
 */
export function namesInText(
  names: ReadonlyMap<string, string>,
  { anywhere = false }: { readonly anywhere?: boolean } = {},
): (text: string) => readonly Replacement[] {
  const forms = new Map<string, string>();
  for (const [name, by] of names) for (const form of formsOf(name)) if (!forms.has(form)) forms.set(form, by);
  if (forms.size === 0) return () => [];
  const sorted = [...forms.keys()].sort((a, b) => b.length - a.length);
  const everywhere = sorted.filter((form) => anywhere || [...form].length >= DISTINCTIVE);
  const short = sorted.filter((form) => !anywhere && [...form].length < DISTINCTIVE);
  const patterns = [
    ...(everywhere.length === 0 ? [] : [new RegExp(everywhere.map(bounded).join("|"), "giu")]),
    ...(short.length === 0 ? [] : addressed(short.map(escaped).join("|"))),
  ];
  return (text) =>
    patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].flatMap(({ 0: found, index }) => {
        const by = forms.get(found.normalize("NFKC").toLowerCase());
        return by === undefined ? [] : [{ start: index, end: index + found.length, by }];
      }),
    );
}

/** Returns the folded forms under which somebody may be spoken of: the whole name, and a handle in it. */
function formsOf(name: string): readonly string[] {
  const folded = name.normalize("NFKC").toLowerCase().trim();
  const handles = [...folded.matchAll(HANDLE)].map(([, handle]) => handle!);
  const bare = folded.replace(/^@/, "");
  return [...new Set([folded, bare, ...handles])].filter((form) => form.trim() !== "");
}

/** Short names only where somebody is meant: @みかん, みかんさん, >みかん at the head of a line, みかん： there. */
function addressed(names: string): readonly RegExp[] {
  return [
    new RegExp(`(?<=[@＠])(?:${names})(?![\\p{L}\\p{N}_])`, "giu"),
    new RegExp(`(?<![\\p{Script=Han}\\p{Script=Katakana}A-Za-z0-9ー])(?:${names})(?=\\s?${HONORIFIC})`, "giu"),
    new RegExp(`(?<=^[>＞]{0,2}\\s{0,2})(?:${names})(?=\\s{0,2}(?:[:：>＞]|$))`, "gimu"),
  ];
}

/** A name in Latin letters is no part of a longer word (anna, annals), one in katakana neither. */
function bounded(name: string): string {
  const edge = (character: string) =>
    /[\p{Script=Latin}\p{N}_]/u.test(character)
      ? "[\\p{Script=Latin}\\p{N}_]"
      : /[\p{Script=Katakana}ー]/u.test(character)
        ? "[\\p{Script=Katakana}ー]"
        : null;
  const [first, last] = [edge([...name][0]!), edge([...name].at(-1)!)];
  return `${first === null ? "" : `(?<!${first})`}${escaped(name)}${last === null ? "" : `(?!${last})`}`;
}

/** A name as a pattern that takes each character in either width, and any run of spaces for a space. */
function escaped(name: string): string {
  return [...name]
    .map((character) => {
      if (/\s/.test(character)) return "[\\s\\u3000]+";
      const wide = /[!-~]/.test(character) ? String.fromCharCode(character.charCodeAt(0) + 0xfee0) : null;
      const plain = character.replace(/[\\^$.*+?()[\]{}|/-]/, "\\$&");
      return wide === null ? plain : `(?:${plain}|${wide})`;
    })
    .join("");
}
