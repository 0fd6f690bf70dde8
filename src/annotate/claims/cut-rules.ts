import type { Tokens } from "../../model/tokens.ts";
import type { Rule } from "../../words/rule.ts";
import { Is } from "../../words/token-bits.ts";
import type { ClaimWords } from "./words.ts";

/** A sentence that may be cut: tokens `[first, last)` of a text with their bits. */
export interface CutScene {
  readonly tokens: Tokens;
  readonly bits: Int32Array;
  readonly first: number;
  readonly last: number;
  readonly words: ClaimWords;
}

/** A rule that ends a piece behind a token, or keeps it from being ended there. */
export interface CutRule extends Rule {
  /** Whether it decides on the end behind token `i` of a piece that begins with token `from`. */
  readonly when: (scene: CutScene, i: number, from: number) => boolean;
  readonly cuts: boolean;
}

/** The ends of pieces, by priority: the first row that fits decides, none means no end. Both sides must be long enough. */
export const CUT_RULES: readonly CutRule[] = [
  {
    name: "joint that goes on",
    example: "みんなが苦しいからこそ支え合う仕組みが必要になる",
    when: (scene, i) => isJoint(scene, i) && goesOn(scene, i + 1),
    cuts: false,
  },
  {
    name: "opening clause",
    example: "素朴な疑問なんですが、集めたお金はどこへ行くのですか",
    when: (scene, i, from) => isJoint(scene, i) && from === scene.first && isOpening(scene, i),
    cuts: false,
  },
  {
    name: "joint behind a predicate",
    example: "子どもが小さいので、夜の会議には出られません",
    when: (scene, i, from) => isJoint(scene, i) && i > from && isPredicate(scene.bits[i - 1]!),
    cuts: true,
  },
  {
    name: "conjunction behind a comma",
    example: "計画そのものは悪くない、しかし説明の順番が間違っている",
    when: (scene, i) =>
      (scene.bits[i]! & Is.comma) !== 0 &&
      i + 1 < scene.last &&
      (scene.bits[i + 1]! & Is.conjunction) !== 0 &&
      scene.words.conjunctions.get(scene.tokens.text, scene.tokens.start(i + 1), scene.tokens.end(i + 1)) === true,
    cuts: true,
  },
  {
    name: "slash between remarks",
    example: "現場の記録として貴重だと思う／備蓄の話は初めて知った",
    when: ({ tokens, bits, first, last }, i) => {
      const start = tokens.start(i);
      const code = tokens.text.charCodeAt(start);
      if ((code !== SLASH && code !== WIDE_SLASH) || tokens.end(i) !== start + 1 || i === first || i + 1 >= last)
        return false;
      return !isAscii(tokens.text, start - 1) && !isAscii(tokens.text, start + 1) && (bits[i - 1]! & Is.number) === 0;
    },
    cuts: true,
  },
];

const SLASH = "/".charCodeAt(0);
const WIDE_SLASH = "／".charCodeAt(0);

/** What a clause may end in before the particle that joins it to the next. */
const PREDICATE = Is.verb | Is.adjective | Is.auxiliary | Is.final;

function isPredicate(bits: number): boolean {
  // よ and ね may follow a noun: 無理よけど is not met, 無理だよね、 is.
  return (bits & PREDICATE) !== 0;
}

/** Whether a token is one of the particles that end a clause of their own. */
export function isJoint({ tokens, bits, words }: CutScene, i: number): boolean {
  return (
    (bits[i]! & Is.conjunctive) !== 0 && words.joints.get(tokens.text, tokens.start(i), tokens.end(i)) !== undefined
  );
}

/** Whether what follows a particle takes it up into the same clause: からこそ, からだと, けどね. */
function goesOn({ tokens, bits, last }: CutScene, i: number): boolean {
  if (i >= last) return true;
  if ((bits[i]! & (Is.particle | Is.auxiliary)) !== 0) return true;
  // でも後で opens the rest; a mark other than a comma does not.
  return (bits[i]! & Is.symbol) !== 0 && (bits[i]! & (Is.comma | Is.bracket)) === 0 && tokens.end(i) > tokens.start(i);
}

/** As many code units as an opening clause may have. */
const LONGEST_OPENING = 16;

function isOpening({ tokens, first, words }: CutScene, i: number): boolean {
  if (tokens.end(i) - tokens.start(first) > LONGEST_OPENING) return false;
  for (let row = first; row < i; row++) {
    if (words.openings.at(tokens.text, tokens.start(row)) !== undefined) return true;
  }
  return false;
}

function isAscii(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 0x20 && code < 0x7f && code !== SLASH;
}
