import type { Tokens } from "../../../model/tokens.ts";
import type { WordClusters } from "./clusters.ts";
import type { GateColumns } from "./gate.ts";
import { hashText } from "./hash.ts";

/** What the model's features are made of, a column each, for all tokens of one text. */
export interface FeatureColumns {
  length: number;
  readonly word: Int32Array;
  readonly pos: Int32Array;
  /** First two levels of the part of speech. */
  readonly kind: Int32Array;
  /** Kinds of characters, with repeats folded. */
  readonly shape: Int32Array;
  readonly cluster: Int32Array;
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
}

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
      const noun = first === "名詞" && second !== "代名詞" && second !== "副詞可能" && second !== "非自立";
      traits = {
        pos,
        full: hashText(pos, 0, pos.length),
        kind: hashText(kind, 0, kind.length),
        joins: noun || first === "接頭詞",
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
): GateColumns & { readonly joins: Uint8Array; readonly depth: Uint8Array } {
  const length = tokens.length;
  const words = new Int32Array(length);
  const pos = new Int32Array(length);
  const edges = new Int32Array(length);
  const joins = new Uint8Array(length);
  const depths = new Uint8Array(length);
  let depth = 0;
  for (let i = 0; i < length; i++) {
    const start = tokens.start(i);
    const end = tokens.end(i);
    const first = folded.charCodeAt(start);
    words[i] = hashText(folded, start, end);
    const traits = hashes.of(tokens, i);
    pos[i] = traits.full;
    joins[i] = traits.joins || first === 0x30fb || first === 0x3d || first === 0xff1d ? 1 : 0;
    edges[i] = (first << 16) | folded.charCodeAt(end - 1);
    const kind = KINDS[first]!;
    if (kind === 8 && depth > 0) depth--;
    depths[i] = depth > 2 ? 2 : depth;
    if (kind === 7) depth++;
  }
  return { words, pos, edges, joins, depth: depths };
}

/** Makes room for the columns of `capacity` tokens. */
export function makeColumns(capacity: number): FeatureColumns {
  const column = () => new Int32Array(capacity);
  return {
    ...{
      length: 0,
      word: column(),
      pos: column(),
      kind: column(),
      shape: column(),
      cluster: column(),
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
    ...{ size: column(), depth: column(), chunkFirst: column(), chunkLast: column() },
  };
}

/** Fills `columns` with what the model's features are made of, for tokens `[from, to)`. */
export function fillColumns(
  columns: FeatureColumns,
  tokens: Tokens,
  folded: string,
  from: number,
  to: number,
  cheap: ReturnType<typeof gateColumns>,
  hashes: PosHashes,
  clusters: WordClusters,
  known: Uint8Array,
): void {
  const length = to - from;
  columns.length = length;
  for (let i = 0; i < length; i++) {
    const token = from + i;
    const start = tokens.start(token);
    const end = tokens.end(token);
    const word = cheap.words[token]!;
    columns.word[i] = word;
    columns.pos[i] = cheap.pos[token]!;
    columns.kind[i] = hashes.of(tokens, token).kind;
    columns.shape[i] = shapeOf(folded, start, end);
    columns.cluster[i] = clusters.get(word);
    columns.known[i] = known[token]!;
    columns.first[i] = cheap.edges[token]! >>> 16;
    columns.last[i] = cheap.edges[token]! & 0xffff;
    columns.firstTwo[i] = end - start > 1 ? hashText(folded, start, start + 2) : 0;
    columns.lastTwo[i] = end - start > 1 ? hashText(folded, end - 2, end) : 0;
    columns.firstThree[i] = end - start > 3 ? hashText(folded, start, start + 3) : 0;
    columns.lastThree[i] = end - start > 3 ? hashText(folded, end - 3, end) : 0;
    columns.size[i] = Math.min(6, end - start) + (tokens.unknown(token) ? 8 : 0);
    columns.depth[i] = cheap.depth[token]!;
  }
  for (let i = 0; i < length; ) {
    let last = i;
    if (cheap.joins[from + i] === 1) {
      while (
        last + 1 < length &&
        cheap.joins[from + last + 1] === 1 &&
        tokens.start(from + last + 1) === tokens.end(from + last)
      )
        last++;
    }
    for (let j = i; j <= last; j++) {
      columns.chunkFirst[j] = i;
      columns.chunkLast[j] = last;
    }
    i = last + 1;
  }
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
