import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { Reference, Stance } from "../../model/layers.ts";
import type { Range } from "../../model/span.ts";
import { leanOf } from "./lean.ts";
import { ownWords } from "./own-words.ts";
import type { StanceCue, StanceResources } from "./resources.ts";

type Weighed = Pick<Stance, "stance" | "evidence" | "confidence" | "by">;
type Evidence = Stance["evidence"][number];

/** Least weight that counts as a stance, and the least share of the weaker side that makes it mixed. */
const LEAST = 0.45;
const MIXED = 0.45;
/** Cues in later sentences of a reply speak of other things more often. */
const LATER = 0.55;
const REVERSING =
  /^(?:[でにと]?き(?:ない|ません|ねる|ず)|し(?:ない|ません|かね|がた|ねる)|(?:では|じゃ|とは)(?:ない|ありません|ねえ|なく)|は(?:でき|しない|しません)|しづら|しにく|いかな|か(?:なあ|な|ね|よ)?[?？])/;

const TURNING = new Set(["でも", "しかし", "ただ", "だけど", "けど", "とはいえ", "だが"]);

/** Adds up the cues of a reply, outside what it quotes. */
export function weighStance(
  unit: AnalyzedUnit,
  quoted: readonly Reference[],
  { cues, endings }: StanceResources,
): Weighed {
  const { text } = unit;
  const own = ownWords(text);
  const found: (Evidence & { stance: StanceCue["stance"]; weight: number; cueEnd: number })[] = [];
  for (const range of own.ranges) {
    for (let at = range.start; at < range.end; ) {
      const cue = cueAt(text, at, range, own.starts, cues);
      if (cue === null) {
        at++;
        continue;
      }
      const end = at + cue.cue.length;
      // Cues are stems; readers want the whole word: 気持ちは分かり.
      const wordEnd = Math.max(end, unit.tokens.end(unit.tokens.indexAt(end - 1)));
      const reversed = cue.stance === "agree" && REVERSING.test(text.slice(end, end + 6));
      // 理想はそう。でも…: behind a sentence of one's own it turns what that said.
      const turns = cue.where === "start" && TURNING.has(cue.cue) && [...own.starts].some((start) => start < at);
      const stance = reversed ? "disagree" : turns ? "but" : cue.stance;
      const early = at < own.headEnd || cue.where === "start";
      found.push({
        unit: unit.id,
        start: at,
        end: wordEnd,
        text: text.slice(at, wordEnd),
        why: `${cue.cue} ${stance}${reversed ? " (reversed)" : ""}`,
        stance,
        weight: cue.weight * (early ? 1 : LATER),
        cueEnd: end,
      });
      at = end;
    }
  }
  if (found.every(({ stance }) => stance === "but")) {
    const lean = leanOf(text, own, endings);
    if (lean !== null) {
      const { start, end, stance, weight, why } = lean;
      found.push({ unit: unit.id, start, end, text: text.slice(start, end), why, stance, weight, cueEnd: end });
    }
  }
  let [agree, disagree] = [0, 0];
  for (const { stance, weight } of found) {
    if (stance === "agree") agree = 1 - (1 - agree) * (1 - Math.min(0.95, weight * 0.9));
    else if (stance === "disagree") disagree = 1 - (1 - disagree) * (1 - Math.min(0.95, weight * 0.8));
    else if (stance === "both") [agree, disagree] = [Math.max(agree, weight), Math.max(disagree, weight)];
    // A turn after agreement takes some of it back; alone it says little.
    else if (agree >= LEAST) disagree = Math.max(disagree, weight * 0.75);
  }
  const first = found.find(({ stance }) => stance === "agree");
  if (
    first !== undefined &&
    agree >= LEAST &&
    turnsAfter(text, first.cueEnd - (/[。、!！]$/.test(text.slice(0, first.cueEnd)) ? 1 : 0))
  )
    disagree = Math.max(disagree, 0.5);
  const doubted = quoted.length > 0 && /[?？]|笑|[wｗ]{2}|って/.test(text.slice(quoted[0]!.end, quoted[0]!.end + 60));
  if (doubted) disagree = 1 - (1 - disagree) * 0.6;
  return settle(agree, disagree, found, doubted);
}

const TURNS_IN_SENTENCE = /^[^。!！?？\n]{0,16}?(?:が|けど|けれど|けれども|けども|ものの|一方)[、,，]/;
const TURNS_AFTER =
  /^[^。!！?？\n]{0,40}[。!！\n、,]\s*(?:しかし|でも|だが|ただ|けれど|けど|とはいえ|一方|が、|問題は|それでも|後半は|まあ)/;

/** Tells whether agreement is taken back: 同意ですが、…, その通り。ただし… */
function turnsAfter(text: string, end: number): boolean {
  const rest = text.slice(end, end + 60);
  return TURNS_IN_SENTENCE.test(rest) || TURNS_AFTER.test(rest);
}

function settle(
  agree: number,
  disagree: number,
  found: readonly (Evidence & { stance: StanceCue["stance"] })[],
  doubted: boolean,
): Weighed {
  const strong = Math.max(agree, disagree);
  const round = (value: number) => Math.round(value * 100) / 100;
  const evidence = (wanted: (stance: StanceCue["stance"]) => boolean): Evidence[] =>
    found
      .filter(({ stance }) => wanted(stance))
      .map(({ unit, start, end, text, why }) => ({ unit, start, end, text, why }));
  if (strong < LEAST) return { stance: "none", evidence: [], confidence: round(0.85 - strong * 0.6), by: "no cue" };
  const weak = Math.min(agree, disagree);
  if (weak >= LEAST && weak / strong >= MIXED)
    return {
      stance: "mixed",
      evidence: evidence(() => true),
      confidence: round(0.4 + weak * 0.4),
      by: "cues on both sides",
    };
  const stance = agree > disagree ? "agree" : "disagree";
  return {
    stance,
    evidence: evidence((side) => side === stance),
    confidence: round(0.35 + (strong - weak) * 0.6),
    by: doubted && stance === "disagree" ? "cues and a doubted quote" : "cues",
  };
}

/** The cue that begins at an offset: the longest, at a word's start, in the place it needs. */
function cueAt(
  text: string,
  at: number,
  range: Range,
  starts: ReadonlySet<number>,
  cues: StanceResources["cues"],
): StanceCue | null {
  for (const cue of cues.get(text[at]!) ?? []) {
    if (at + cue.cue.length > range.end || !text.startsWith(cue.cue, at)) continue;
    if (cue.where === "start" && !starts.has(at)) continue;
    return cue;
  }
  return null;
}
