import { closes, follows, LABELS, opens } from "../../src/annotate/entities/model/labels.ts";

/** Sentences as feature numbers: features of position `i` are `features[offsets[i] .. offsets[i + 1])`. */
export interface Corpus {
  readonly features: Int32Array;
  readonly offsets: Int32Array;
  /** Where the dropped-at-random features of each position begin. */
  readonly optional: Int32Array;
  /** Allowed labels of each position, as bits. */
  readonly allowed: Int32Array;
  /** First position of each sentence, and the end of the last. */
  readonly sentences: Int32Array;
  readonly size: number;
}

/** A label's weights stay as they are where its chance is as near as this to what it should be. */
const LEAST = 1e-3;

export interface CrfOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** Chance that a sentence's gazetteer features are left out in an epoch. */
  readonly gazetteerDropout: number;
  readonly dropout: number;
  readonly random: () => number;
  readonly progress: (epoch: number, loss: number) => void;
}

/**
 * Trains a linear-chain conditional random field on partly labelled sentences (Lafferty et al. 2001; Tsuboi et al. 2008)
 * by AdaGrad with L2 decay toward zero (Duchi et al. 2011); the weights after the epochs of the second half are averaged.
 */
export function trainCrf(
  corpus: Corpus,
  { epochs, rate, decay, gazetteerDropout, dropout, random, progress }: CrfOptions,
) {
  const L = LABELS;
  const weights = new Float32Array(corpus.size * L);
  const squares = new Float32Array(corpus.size * L);
  const transitions = new Float32Array(L * L);
  const transitionSquares = new Float32Array(L * L);
  const legal = new Uint8Array(L * L);
  for (let a = 0; a < L; a++) for (let b = 0; b < L; b++) legal[a * L + b] = follows(a, b) ? 1 : 0;
  const labels = Array.from({ length: L }, (_, label) => label);
  const before = labels.map((next) => Uint8Array.from(labels.filter((label) => follows(label, next))));
  const after = labels.map((label) => Uint8Array.from(labels.filter((next) => follows(label, next))));
  const opening = labels.map(opens);
  const closing = labels.map(closes);
  const longest = 1024;
  const scores = new Float64Array(longest * L);
  const [freeF, freeB, goldF, goldB] = [0, 1, 2, 3].map(() => new Float64Array(longest * L)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const scaleFree = new Float64Array(longest);
  const scaleGold = new Float64Array(longest);
  const expTransitions = new Float64Array(L * L);
  const gradient = new Float64Array(L);
  const transitionGradient = new Float64Array(L * L);
  const order = Int32Array.from({ length: corpus.sentences.length - 1 }, (_, i) => i);
  const active = new Int32Array(200);
  const moving = new Uint8Array(L);

  const forwardBackward = (
    n: number,
    first: number,
    gold: boolean,
    F: Float64Array,
    B: Float64Array,
    scale: Float64Array,
  ): number => {
    let logZ = 0;
    for (let i = 0; i < n; i++) {
      const mask = gold ? corpus.allowed[first + i]! : -1;
      let sum = 0;
      for (let b = 0; b < L; b++) {
        let value = 0;
        if ((mask >> b) & 1 && (i > 0 || opening[b]!) && (i < n - 1 || closing[b]!)) {
          if (i === 0) value = 1;
          else for (const a of before[b]!) value += F[(i - 1) * L + a]! * expTransitions[a * L + b]!;
          value *= scores[i * L + b]!;
        }
        F[i * L + b] = value;
        sum += value;
      }
      if (!(sum > 0)) return Number.NaN;
      scale[i] = 1 / sum;
      logZ += Math.log(sum);
      for (let b = 0; b < L; b++) F[i * L + b]! *= scale[i]!;
    }
    for (let i = n - 1; i >= 0; i--) {
      for (let a = 0; a < L; a++) {
        if (i === n - 1) B[i * L + a] = 1;
        else {
          let value = 0;
          for (const b of after[a]!) {
            const ok = !gold || (corpus.allowed[first + i + 1]! >> b) & 1;
            if (ok && (i + 1 < n - 1 || closing[b]!))
              value += expTransitions[a * L + b]! * scores[(i + 1) * L + b]! * B[(i + 1) * L + b]!;
          }
          B[i * L + a] = value * scale[i + 1]!;
        }
      }
    }
    return logZ;
  };

  const sums = new Float32Array(weights.length);
  const transitionSums = new Float32Array(transitions.length);
  let averaged = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    let loss = 0;
    for (const sentence of order) {
      const first = corpus.sentences[sentence]!;
      const n = corpus.sentences[sentence + 1]! - first;
      if (n === 0 || n > longest) continue;
      const withGazetteer = random() >= gazetteerDropout;
      const seed = Math.floor(random() * 0x7fffffff);
      const kept = (f: number, i: number): boolean =>
        dropout === 0 ||
        ((Math.imul(f ^ Math.imul(i, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(seed, 0xc2b2ae35)) >>> 8) % 1000 >=
          dropout * 1000;
      const scaleUp = 1 / (1 - dropout);
      for (let i = 0; i < n; i++) {
        const base = i * L;
        let top = -1e9;
        const end = withGazetteer ? corpus.offsets[first + i + 1]! : corpus.optional[first + i]!;
        for (let b = 0; b < L; b++) gradient[b] = 0;
        for (let f = corpus.offsets[first + i]!; f < end; f++) {
          const id = corpus.features[f]!;
          if (!kept(id, i)) continue;
          const row = id * L;
          for (let b = 0; b < L; b++) gradient[b]! += weights[row + b]!;
        }
        for (let b = 0; b < L; b++) {
          gradient[b]! *= scaleUp;
          if (gradient[b]! > top) top = gradient[b]!;
        }
        for (let b = 0; b < L; b++) scores[base + b] = Math.exp(gradient[b]! - top);
      }
      for (let t = 0; t < L * L; t++) expTransitions[t] = legal[t] ? Math.exp(transitions[t]!) : 0;
      const free = forwardBackward(n, first, false, freeF, freeB, scaleFree);
      const gold = forwardBackward(n, first, true, goldF, goldB, scaleGold);
      if (Number.isNaN(free) || Number.isNaN(gold)) continue;
      loss += free - gold;
      transitionGradient.fill(0);
      for (let i = 0; i < n; i++) {
        let freeSum = 0;
        let goldSum = 0;
        for (let b = 0; b < L; b++) {
          freeSum += freeF[i * L + b]! * freeB[i * L + b]!;
          goldSum += goldF[i * L + b]! * goldB[i * L + b]!;
        }
        let moved = 0;
        for (let b = 0; b < L; b++) {
          const g =
            (freeF[i * L + b]! * freeB[i * L + b]!) / freeSum - (goldF[i * L + b]! * goldB[i * L + b]!) / goldSum;
          gradient[b] = g;
          if (Math.abs(g) > LEAST) moving[moved++] = b;
        }
        if (i > 0) {
          for (let a = 0; a < L; a++) {
            for (const b of after[a]!) {
              const t = expTransitions[a * L + b]!;
              const free =
                (freeF[(i - 1) * L + a]! * t * scores[i * L + b]! * freeB[i * L + b]! * scaleFree[i]!) / freeSum;
              const okay = (corpus.allowed[first + i]! >> b) & 1 && (i < n - 1 || closing[b]!);
              const gold = okay
                ? (goldF[(i - 1) * L + a]! * t * scores[i * L + b]! * goldB[i * L + b]! * scaleGold[i]!) / goldSum
                : 0;
              transitionGradient[a * L + b]! += free - gold;
            }
          }
        }
        if (moved === 0) continue;
        const end = withGazetteer ? corpus.offsets[first + i + 1]! : corpus.optional[first + i]!;
        let count = 0;
        for (let f = corpus.offsets[first + i]!; f < end; f++) {
          const id = corpus.features[f]!;
          if (kept(id, i)) active[count++] = id;
        }
        for (let k = 0; k < count; k++) {
          const row = active[k]! * L;
          for (let m = 0; m < moved; m++) {
            const at = row + moving[m]!;
            const weight = weights[at]!;
            const g = gradient[moving[m]!]! + decay * weight;
            const square = squares[at]! + g * g;
            squares[at] = square;
            weights[at] = weight - (rate * g) / Math.sqrt(square + 1e-2);
          }
        }
      }
      for (let t = 0; t < L * L; t++) {
        if (!legal[t]) continue;
        const g = transitionGradient[t]!;
        if (g === 0) continue;
        const square = transitionSquares[t]! + g * g;
        transitionSquares[t] = square;
        transitions[t]! -= (rate * g) / Math.sqrt(square + 1e-2);
      }
    }
    if (epoch * 2 >= epochs - 1) {
      averaged++;
      for (let i = 0; i < sums.length; i++) sums[i]! += weights[i]!;
      for (let i = 0; i < transitionSums.length; i++) transitionSums[i]! += transitions[i]!;
    }
    progress(epoch, loss);
  }
  return {
    weights: sums.map((value) => value / averaged),
    transitions: transitionSums.map((value) => value / averaged),
  };
}
