import type { Tokens } from "../../model/tokens.ts";
import type { EntityResources } from "./resources.ts";
import type { EntitySpan } from "./span.ts";

/** Words behind a country's name are joined up to so many. */
const MOST_WORDS = 2;
const NOUN = /^名詞,(?:一般|サ変接続|接尾,一般|固有名詞)/;

/**
 * Whether a name is a country's inside what a dish, an animal or a ware is called: 韓国|海苔, ペルシャ|猫, オランダ焼.
 *
 * Nobody speaks of the country there.
 */
export function isMadeThing(
  name: EntitySpan,
  tokens: Tokens,
  folded: string,
  { goods, gazetteer }: Pick<EntityResources, "goods" | "gazetteer">,
): boolean {
  if (name.label !== "PERSON" && name.entry === undefined && name.label !== "GPE") {
    const country = gazetteer.longest(folded, name.start, (end) => end < name.end);
    return country?.kind === "country" && goods.has(folded, gazetteer.matchEnd, name.end);
  }
  if (name.end - name.start < 2 || (name.label !== "GPE" && name.entry?.kind !== "thing")) return false;
  const first = tokens.indexAt(name.end);
  if (first >= tokens.length || tokens.start(first) !== name.end) return false;
  for (let last = first; last < tokens.length && last < first + MOST_WORDS; last++) {
    if (last > first && tokens.start(last) !== tokens.end(last - 1)) return false;
    const whole = goods.has(folded, name.end, tokens.end(last));
    if (whole && (last > first || NOUN.test(tokens.pos(last)) || tokens.surface(last) === "まぜ")) return true;
  }
  return false;
}
