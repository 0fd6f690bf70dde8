import { hashText, mix } from "./hash.ts";
import { type FeatureColumns, NOTHING } from "./token-columns.ts";

/** At most so many features a token has. */
export const MOST_FEATURES = 128;

/** Writes the few features that tell most; a token that they leave far outside needs no more. Gives the place after the last. */
export function writeCoreFeatures(c: FeatureColumns, i: number, out: Int32Array, at: number): number {
  const before = i > 0 ? i - 1 : -1;
  const after = i + 1 < c.length ? i + 1 : -1;
  const w = c.word[i]!;
  const p = c.pos[i]!;
  const s = c.shape[i]!;
  const pa1 = before < 0 ? -7 : c.pos[before]!;
  const pb1 = after < 0 ? -7 : c.pos[after]!;
  const wa1 = before < 0 ? -7 : c.word[before]!;
  const wb1 = after < 0 ? -7 : c.word[after]!;
  const sb1 = after < 0 ? -7 : c.shape[after]!;
  const l1 = c.last[i]!;
  let o = at;
  out[o++] = mix(0, w, 0);
  out[o++] = mix(1, wa1, 0);
  out[o++] = mix(2, wb1, 0);
  out[o++] = mix(7, p, 0);
  out[o++] = mix(12, pa1, p);
  out[o++] = mix(13, p, pb1);
  out[o++] = mix(17, s, sb1);
  out[o++] = mix(28, l1, s);
  out[o++] = mix(9, pb1, 0);
  if (c.cluster[i] !== 0) out[o++] = mix(21, c.cluster[i]!, 0);
  if (c.lastTwo[i] !== 0) out[o++] = mix(30, c.lastTwo[i]!, 0);
  if (c.wordKind[i] !== 0) out[o++] = mix(100, c.wordKind[i]!, 0);
  return o;
}

/** Writes the other features of token `i` to `out` from `at`; gives the place after the last. */
export function writeMoreFeatures(c: FeatureColumns, i: number, out: Int32Array, at: number): number {
  const n = c.length;
  const a2 = i > 1 ? i - 2 : -1;
  const a1 = i > 0 ? i - 1 : -1;
  const b1 = i + 1 < n ? i + 1 : -1;
  const b2 = i + 2 < n ? i + 2 : -1;
  const at0 = (column: Int32Array, index: number): number => (index < 0 ? -7 : column[index]!);
  const [wa1, wb1, wb2] = [at0(c.word, a1), at0(c.word, b1), at0(c.word, b2)];
  const p = c.pos[i]!;
  const [pa2, pa1, pb1, pb2] = [at0(c.pos, a2), at0(c.pos, a1), at0(c.pos, b1), at0(c.pos, b2)];
  const s = c.shape[i]!;
  const [sa1, sb1, sb2] = [at0(c.shape, a1), at0(c.shape, b1), at0(c.shape, b2)];
  const [ka1, kb1] = [at0(c.cluster, a1), at0(c.cluster, b1)];
  const l1 = c.last[i]!;
  const f1 = c.first[i]!;
  let o = at;
  out[o++] = mix(4, wb2, 0);
  out[o++] = mix(8, pa1, 0);
  out[o++] = mix(10, pa2, pa1);
  out[o++] = mix(11, pb1, pb2);
  out[o++] = mix(14, mix(99, pa1, p), pb1);
  out[o++] = mix(15, s, 0);
  out[o++] = mix(16, sa1, s);
  out[o++] = mix(18, mix(99, sa1, s), sb1);
  out[o++] = mix(20, sb1, sb2);
  if (c.lastThree[i] !== 0) {
    out[o++] = mix(75, c.lastThree[i]!, 0);
    out[o++] = mix(76, c.firstThree[i]!, 0);
  }
  if (ka1 > 0) out[o++] = mix(24, ka1, 0);
  if (kb1 > 0) out[o++] = mix(25, kb1, 0);
  out[o++] = mix(29, f1, s);
  if (c.lastTwo[i] !== 0) {
    out[o++] = mix(31, c.firstTwo[i]!, 0);
  }
  out[o++] = mix(32, at0(c.last, a1), 0);
  out[o++] = mix(34, at0(c.last, b1), at0(c.kind, b1));
  out[o++] = mix(37, c.size[i]!, p);
  out[o++] = mix(38, l1, f1);
  out[o++] = mix(40, c.depth[i]!, p);
  out[o++] = mix(46, Math.min(i, 4), p);
  out[o++] = mix(48, s, wb1);
  out[o++] = mix(49, wa1, s);
  const first = c.chunkFirst[i]!;
  const last = c.chunkLast[i]!;
  if (last > first) {
    const place = Math.min(3, i - first) * 4 + Math.min(3, last - i);
    const tail = c.word[last]!;
    out[o++] = mix(52, tail, place);
    out[o++] = mix(53, c.last[last]!, place);
    out[o++] = mix(54, c.lastTwo[last]!, i === first ? 1 : i === last ? 2 : 0);
    out[o++] = mix(56, c.word[first]!, place);
    out[o++] = mix(77, c.last[last]!, c.kind[i]!);
    out[o++] = mix(57, c.pos[first]!, mix(98, place, c.pos[last]!));
  }
  const before = first > 0 ? first - 1 : -1;
  const after = last + 1 < n ? last + 1 : -1;
  out[o++] = mix(58, at0(c.word, before), i - first > 3 ? 3 : i - first);
  out[o++] = mix(59, at0(c.word, after), last - i > 3 ? 3 : last - i);
  out[o++] = mix(60, mix(97, at0(c.word, after), p), last - i > 3 ? 3 : last - i);
  o = writeFarFeatures(c, i, out, o);
  o = writePieces(c, i, out, o);
  o = writeKinds(c, i, out, o);
  out[o++] = mix(71, c.verb[i]!, last > i ? 1 : 0);
  out[o++] = mix(72, c.led[i]!, i > first ? 1 : 0);
  out[o++] = mix(81, c.lastWord, p);
  out[o++] = mix(82, c.lastButOne, p);
  return o;
}

/** The features that look at words and clusters further off, and at the group of the token's own. */
function writeFarFeatures(c: FeatureColumns, i: number, out: Int32Array, at: number): number {
  const n = c.length;
  const cluster = (index: number): number => (index < 0 || index >= n ? NOTHING : c.cluster[index]!);
  let o = at;
  if (c.group[i] !== 0) out[o++] = mix(19, c.group[i]!, 0);
  out[o++] = mix(3, i > 1 ? c.word[i - 2]! : NOTHING, 0);
  out[o++] = mix(43, cluster(i - 2), 0);
  out[o++] = mix(45, cluster(i + 2), 0);
  return o;
}

/** The features of the kinds of words: of the token, its neighbours, the words that it is part of, the head of its run of nouns. */
function writeKinds(c: FeatureColumns, i: number, out: Int32Array, at: number): number {
  const n = c.length;
  const k = c.wordKind[i]!;
  const f = c.family[i]!;
  const kind = (index: number): number => (index < 0 || index >= n ? NOTHING : c.wordKind[index]!);
  const family = (index: number): number => (index < 0 || index >= n ? NOTHING : c.family[index]!);
  const [ka1, kb1] = [kind(i - 1), kind(i + 1)];
  let o = at;
  if (f !== 0) out[o++] = mix(101, f, c.shape[i]!);
  if (ka1 > 0) out[o++] = mix(102, ka1, 0);
  if (kb1 > 0) out[o++] = mix(103, kb1, 0);
  if (k !== 0) {
    out[o++] = mix(104, family(i - 1), k);
    out[o++] = mix(105, k, family(i + 1));
  }
  out[o++] = mix(106, mix(93, family(i - 1), f), family(i + 1));
  if (c.compound[i]! >= 0) {
    out[o++] = mix(110, c.compound[i]!, 0);
    out[o++] = mix(111, c.compoundFamily[i]!, c.shape[i]!);
  }
  if (i > 0 && c.compound[i - 1]! >= 0) out[o++] = mix(112, c.compoundFamily[i - 1]!, c.pos[i]!);
  if (i + 1 < n && c.compound[i + 1]! >= 0) out[o++] = mix(113, c.compoundFamily[i + 1]!, c.pos[i]!);
  const [first, last] = [c.chunkFirst[i]!, c.chunkLast[i]!];
  if (last > first) {
    const place = Math.min(3, i - first) * 4 + Math.min(3, last - i);
    out[o++] = mix(114, c.wordKind[last]!, place);
    out[o++] = mix(115, mix(91, c.family[first]!, c.family[last]!), place);
    out[o++] = mix(116, mix(90, c.shape[first]!, c.shape[last]!), place);
    out[o++] = mix(117, c.wordKind[first]!, place);
  }
  return o;
}

/** The pairs and triples of characters in a token. */
function writePieces(c: FeatureColumns, i: number, out: Int32Array, at: number): number {
  const start = c.start[i]!;
  const stop = c.stop[i]!;
  let o = at;
  if (stop - start > 2)
    for (let x = start; x + 2 <= stop && x < start + LONGEST_PIECED; x++)
      out[o++] = mix(50, hashText(c.text, x, x + 2), 0);
  if (stop - start > 3)
    for (let x = start; x + 3 <= stop && x < start + LONGEST_PIECED; x++)
      out[o++] = mix(51, hashText(c.text, x, x + 3), 0);
  return o;
}
/** Pieces are read from the first characters of a token. */
const LONGEST_PIECED = 10;

/** The features that look into the gazetteers; apart, because training drops them at random so that the rest learns too. */
export function writeGazetteerFeatures(c: FeatureColumns, i: number, out: Int32Array, at: number): number {
  const before = i > 0 ? c.known[i - 1]! : 0;
  const after = i + 1 < c.length ? c.known[i + 1]! : 0;
  const g = c.known[i]!;
  let o = at;
  out[o++] = mix(84, g, 0);
  if (before > 0) out[o++] = mix(85, before, 0);
  if (after > 0) out[o++] = mix(86, after, 0);
  if (g > 0) {
    out[o++] = mix(87, g, c.pos[i]!);
    out[o++] = mix(88, g, i + 1 < c.length ? c.word[i + 1]! : -7);
    out[o++] = mix(89, g, i > 0 ? c.word[i - 1]! : -7);
    out[o++] = mix(90, g, i + 1 < c.length ? c.kind[i + 1]! : -7);
  }
  return o;
}
