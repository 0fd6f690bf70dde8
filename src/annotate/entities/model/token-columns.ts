import type { Tokens } from "../../../model/tokens.ts";
import { bitsOf, Is } from "../../../words/token-bits.ts";
import { W, wordClassOf } from "../../../words/word-class.ts";
import type { WordClusters } from "./clusters.ts";
import type { GateColumns } from "./gate.ts";
import { HASH_START, hashEnd, hashOn, hashText, mix } from "./hash.ts";
import type { WordKinds } from "./word-kinds.ts";

/** What the model's features are made of, a column each, for all tokens of one text. */
export interface FeatureColumns {
  length: number;
  /** The text, with widths folded, and where each token lies in it. */
  text: string;
  readonly start: Int32Array;
  readonly stop: Int32Array;
  readonly word: Int32Array;
  readonly pos: Int32Array;
  /** First two levels of the part of speech. */
  readonly kind: Int32Array;
  /** Kinds of characters, with repeats folded. */
  readonly shape: Int32Array;
  readonly cluster: Int32Array;
  /** Group of the cluster. */
  readonly group: Int32Array;
  /** Kind of the word, and the family of that. */
  readonly wordKind: Int32Array;
  readonly family: Int32Array;
  /** Kind of the longest word of several tokens that a token stands in, times 4, plus its place there (begin, inside, end); -1 outside. */
  readonly compound: Int32Array;
  readonly compoundFamily: Int32Array;
  readonly known: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly firstTwo: Int32Array;
  readonly lastTwo: Int32Array;
  readonly firstThree: Int32Array;
  readonly lastThree: Int32Array;
  readonly size: Int32Array;
  /** How deep in brackets. */
  readonly depth: Int32Array;
  /** First and last token of the run of nouns that a token stands in; itself outside such runs. */
  readonly chunkFirst: Int32Array;
  readonly chunkLast: Int32Array;
  /** First verb or verbal noun soon after that run, in the sentence; {@link NOTHING} if none. */
  readonly verb: Int32Array;
  /** The particle just before that run, with the cluster of the word before it; {@link NOTHING} if none. */
  readonly led: Int32Array;
  /** The sentence's last word and the one before it, which tell its register. */
  lastWord: number;
  lastButOne: number;
}

/** Stands for a word beyond the ends of a sentence. */
export const NOTHING = -7;
/** How far from a run of nouns its verb is looked for. */
const VERB_REACH = 8;
/** Words of more tokens are not looked for. */
const LONGEST_COMPOUND = 4;

/** Kind of a character: 1 hiragana, 2 katakana, 3 kanji, 4 upper, 5 lower, 6 digit, 7 bracket open, 8 close, 9 middle dot, 10 punctuation, 11 other. */
const KINDS: Uint8Array = (() => {
  const kinds = new Uint8Array(65536).fill(11);
  const range = (first: number, last: number, kind: number) => kinds.fill(kind, first, last + 1);
  range(0x3041, 0x309f, 1);
  range(0x30a1, 0x30ff, 2);
  range(0xff66, 0xff9f, 2);
  range(0x3400, 0x9fff, 3);
  range(0xf900, 0xfaff, 3);
  range(0x41, 0x5a, 4);
  range(0xff21, 0xff3a, 4);
  range(0x61, 0x7a, 5);
  range(0xff41, 0xff5a, 5);
  range(0xc0, 0x24f, 5);
  range(0x30, 0x39, 6);
  range(0xff10, 0xff19, 6);
  for (const char of "「『（(【〈《[“") kinds[char.charCodeAt(0)] = 7;
  for (const char of "」』）)】〉》]”") kinds[char.charCodeAt(0)] = 8;
  for (const char of "・･=＝") kinds[char.charCodeAt(0)] = 9;
  for (const char of "、。，．,.!?！？:;：；…") kinds[char.charCodeAt(0)] = 10;
  kinds["々".charCodeAt(0)] = 3;
  kinds["ー".charCodeAt(0)] = 2;
  return kinds;
})();

/** What the model needs of a part of speech. */
export interface PosTraits {
  readonly pos: string;
  readonly full: number;
  /** Of the first two levels. */
  readonly kind: number;
  /** Whether it may stand in a run of nouns. */
  readonly joins: boolean;
  /** Whether it is a verb that stands for itself, or a verbal noun. */
  readonly verb: boolean;
  readonly particle: boolean;
}

/** Works out the traits of parts of speech, once for each that occurs. */
export class PosHashes {
  readonly #traits = new Map<string, PosTraits>();
  /** By the tokens' own numbers, which another dictionary may give to other parts of speech. */
  readonly #byId: (PosTraits | undefined)[] = [];

  of(tokens: Tokens, index: number): PosTraits {
    const pos = tokens.pos(index);
    const id = tokens.posId(index);
    const known = this.#byId[id];
    if (known?.pos === pos) return known;
    const traits = this.#ofPos(pos);
    while (this.#byId.length < id) this.#byId.push(undefined);
    this.#byId[id] = traits;
    return traits;
  }

  #ofPos(pos: string): PosTraits {
    let traits = this.#traits.get(pos);
    if (traits === undefined) {
      const [first, second] = pos.split(",");
      const kind = `${first},${second}`;
      const word = wordClassOf(pos);
      const bits = bitsOf(pos, "*");
      const aside = word === W.PRONOUN || word === W.TIME || word === W.FORMAL;
      traits = {
        pos,
        full: hashText(pos, 0, pos.length),
        kind: hashText(kind, 0, kind.length),
        joins: ((bits & Is.noun) !== 0 && !aside) || word === W.PREFIX,
        verb: word === W.VERB || word === W.ACTION,
        particle: (bits & Is.particle) !== 0,
      };
      this.#traits.set(pos, traits);
    }
    return traits;
  }
}

/** Reads of all tokens of a text what is cheap: words, parts of speech, first and last characters, depth in brackets. */
export function gateColumns(
  tokens: Tokens,
  folded: string,
  hashes: PosHashes,
): GateColumns & {
  readonly joins: Uint8Array;
  readonly depth: Uint8Array;
  readonly verbs: Uint8Array;
  readonly particles: Uint8Array;
} {
  const length = tokens.length;
  const words = new Int32Array(length);
  const pos = new Int32Array(length);
  const edges = new Int32Array(length);
  const joins = new Uint8Array(length);
  const verbs = new Uint8Array(length);
  const particles = new Uint8Array(length);
  const depths = new Uint8Array(length);
  let depth = 0;
  for (let i = 0; i < length; i++) {
    const start = tokens.start(i);
    const end = tokens.end(i);
    const first = folded.charCodeAt(start);
    words[i] = hashText(folded, start, end);
    const traits = hashes.of(tokens, i);
    pos[i] = traits.full;
    verbs[i] = traits.verb ? 1 : 0;
    particles[i] = traits.particle ? 1 : 0;
    joins[i] = traits.joins || first === 0x30fb || first === 0x3d || first === 0xff1d ? 1 : 0;
    edges[i] = (first << 16) | folded.charCodeAt(end - 1);
    const kind = KINDS[first]!;
    if (kind === 8 && depth > 0) depth--;
    depths[i] = depth > 2 ? 2 : depth;
    if (kind === 7) depth++;
  }
  return { words, pos, edges, joins, depth: depths, verbs, particles };
}

/** Returns room for the columns of `capacity` tokens. */
export function makeColumns(capacity: number): FeatureColumns {
  const column = () => new Int32Array(capacity);
  return {
    ...{
      length: 0,
      text: "",
      start: column(),
      stop: column(),
      lastWord: NOTHING,
      lastButOne: NOTHING,
      word: column(),
      pos: column(),
      kind: column(),
      shape: column(),
      cluster: column(),
      group: column(),
      ...{ wordKind: column(), family: column(), compound: column(), compoundFamily: column() },
      known: column(),
    },
    ...{
      first: column(),
      last: column(),
      firstTwo: column(),
      lastTwo: column(),
      firstThree: column(),
      lastThree: column(),
    },
    ...{ size: column(), depth: column(), chunkFirst: column(), chunkLast: column(), verb: column(), led: column() },
  };
}

/** Fills `columns` with what the model's features are made of, for tokens `[from, to)` of the sentence `[sentence, end)`. */
export function fillColumns(
  columns: FeatureColumns,
  tokens: Tokens,
  folded: string,
  from: number,
  to: number,
  sentence: number,
  end: number,
  cheap: ReturnType<typeof gateColumns>,
  hashes: PosHashes,
  clusters: WordClusters,
  kinds: WordKinds,
  known: Uint8Array,
): void {
  const length = to - from;
  columns.length = length;
  columns.text = folded;
  columns.lastWord = cheap.words[end - 1]!;
  columns.lastButOne = end - 2 >= sentence ? cheap.words[end - 2]! : NOTHING;
  for (let i = 0; i < length; i++) {
    const token = from + i;
    const start = tokens.start(token);
    const stop = tokens.end(token);
    const word = cheap.words[token]!;
    columns.start[i] = start;
    columns.stop[i] = stop;
    columns.word[i] = word;
    columns.pos[i] = cheap.pos[token]!;
    columns.kind[i] = hashes.of(tokens, token).kind;
    columns.shape[i] = shapeOf(folded, start, stop);
    columns.cluster[i] = clusters.get(word);
    columns.group[i] = clusters.groupOf(columns.cluster[i]!);
    columns.wordKind[i] = kinds.of(word);
    columns.family[i] = kinds.familyOf(columns.wordKind[i]!);
    columns.compound[i] = -1;
    columns.compoundFamily[i] = -1;
    columns.known[i] = known[token]!;
    columns.first[i] = cheap.edges[token]! >>> 16;
    columns.last[i] = cheap.edges[token]! & 0xffff;
    columns.firstTwo[i] = stop - start > 1 ? hashText(folded, start, start + 2) : 0;
    columns.lastTwo[i] = stop - start > 1 ? hashText(folded, stop - 2, stop) : 0;
    columns.firstThree[i] = stop - start > 3 ? hashText(folded, start, start + 3) : 0;
    columns.lastThree[i] = stop - start > 3 ? hashText(folded, stop - 3, stop) : 0;
    columns.size[i] = Math.min(6, stop - start) + (tokens.unknown(token) ? 8 : 0);
    columns.depth[i] = cheap.depth[token]!;
  }
  for (let i = 0; i < length; ) {
    let last = i;
    if (cheap.joins[from + i] === 1) {
      while (
        last + 1 < length &&
        cheap.joins[from + last + 1] === 1 &&
        (tokens.start(from + last + 1) === tokens.end(from + last) || isLatinGap(columns, last))
      )
        last++;
    }
    findCompounds(columns, i, last, kinds);
    const verb = verbAfter(cheap, from + last + 1, end);
    const before = from + i - 1;
    const led =
      before - 1 >= sentence && cheap.particles[before] === 1
        ? mix(92, cheap.words[before]!, clusters.get(cheap.words[before - 1]!))
        : NOTHING;
    for (let j = i; j <= last; j++) {
      columns.chunkFirst[j] = i;
      columns.chunkLast[j] = last;
      columns.verb[j] = verb;
      columns.led[j] = led;
    }
    i = last + 1;
  }
}

/** Whether a space alone parts Latin words (Marie Curie). */
function isLatinGap({ text, start, stop }: FeatureColumns, i: number): boolean {
  const end = stop[i]!;
  if (start[i + 1] !== end + 1 || text.charCodeAt(end) !== 0x20) return false;
  const [before, after] = [KINDS[text.charCodeAt(end - 1)]!, KINDS[text.charCodeAt(end + 1)]!];
  return (before === 4 || before === 5) && (after === 4 || after === 5);
}

/** Returns the tokens `[first, last]` of the words of several tokens that they make, longest first from the left. */
function findCompounds(columns: FeatureColumns, first: number, last: number, kinds: WordKinds): void {
  const { text, start, stop, compound, compoundFamily } = columns;
  for (let i = first; i < last; i++) {
    let [kind, end] = [0, i];
    let state = hashOn(HASH_START, text, start[i]!, stop[i]!);
    for (let next = i + 1; next <= last && next < i + LONGEST_COMPOUND; next++) {
      state = hashOn(state, text, stop[next - 1]!, stop[next]!);
      const found = kinds.of(hashEnd(state));
      if (found !== 0) [kind, end] = [found, next];
    }
    if (kind === 0) continue;
    const family = kinds.familyOf(kind);
    for (let j = i; j <= end; j++) {
      const place = j === i ? 0 : j === end ? 2 : 1;
      compound[j] = kind * 4 + place;
      compoundFamily[j] = family * 4 + place;
    }
    i = end;
  }
}

function verbAfter(cheap: ReturnType<typeof gateColumns>, from: number, end: number): number {
  for (let i = from; i < end && i < from + VERB_REACH; i++) if (cheap.verbs[i] === 1) return cheap.words[i]!;
  return NOTHING;
}

function shapeOf(text: string, start: number, end: number): number {
  let shape = 0;
  let previous = 0;
  for (let i = start; i < end && shape < 1 << 20; i++) {
    const kind = KINDS[text.charCodeAt(i)]!;
    if (kind !== previous) shape = shape * 12 + kind;
    previous = kind;
  }
  return shape;
}
