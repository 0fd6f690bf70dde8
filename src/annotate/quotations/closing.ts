import { type Frame, lemmaOf, reads } from "./frame.ts";
import type { QuotationResources } from "./resources.ts";
import { type Predicate, verbPredicate } from "./verb-predicate.ts";
import { isNominal, W } from "./word-class.ts";

/** What closes reported words. */
export interface Closing {
  /** Item of the particle or noun that closes the words. */
  readonly item: number;
  readonly predicate: Predicate;
  readonly by: string;
}

const REPORTING = new Set(["say", "ask", "write", "report", "judge"]);

/** Tells whether an item closes reported words: と述べる, との見方, ことを明らかにする, 考えを示す. */
export function closingAt(frame: Frame, item: number, to: number, resources: QuotationResources): Closing | null {
  if (frame.words[item - 1] === W.QUOTE) return null;
  if (reads(frame, item, "と") || reads(frame, item, "って")) {
    if (frame.words[item] !== W.QUOTING && !endsClause(frame, item - 1)) return null;
    // A conditional と, as in 調べると, によると.
    if (frame.words[item] === W.JOINING && frame.words[item + 1] !== W.VERB && frame.words[item + 1] !== W.ACTION)
      return null;
    if (reads(frame, item + 1, "の")) return viewFrom(frame, item, item + 2, to, resources);
    const predicate = verbPredicate(frame, item + 1, "to", resources);
    if (predicate.item < 0 || predicate.verbClass === null || predicate.item - item > 12) return null;
    if (
      !REPORTING.has(predicate.verbClass) ||
      predicate.verb === "ある" ||
      (predicate.verb === "する" && predicate.passive)
    )
      return null;
    if (predicate.verb === "する" && !holds(frame, item, predicate)) return null;
    if (predicate.verb === "みる" && (predicate.item !== item + 1 || !deems(frame, predicate))) return null;
    // 「…」「…」などと述べた: the brackets have rows of their own.
    if (reads(frame, item - 1, "など") && frame.words[item - 2] === W.QUOTE) return null;
    // 誰にともなく, なんとも
    if (reads(frame, item + 1, "も")) return null;
    // という, とする before a noun, とみられる: no report of anybody's words.
    if (
      predicate.item === item + 1 &&
      predicate.modified >= 0 &&
      (predicate.verb === "言う" || predicate.verb === "する")
    )
      return null;
    if (predicate.passive && (predicate.verbClass === "judge" || predicate.verb === "言う")) return null;
    if (predicate.verb === "言う" && isHearsay(frame, predicate)) return null;
    return { item, predicate, by: `…と${predicate.verb}` };
  }
  if (reads(frame, item, "という") || reads(frame, item, "っていう"))
    return viewFrom(frame, item, item + 1, to, resources);
  if (reads(frame, item, "こと") && reads(frame, item + 1, "を")) {
    const predicate = verbPredicate(frame, item + 2, "to", resources);
    if (predicate.item < 0 || predicate.passive || !resources.words.revealing.includes(predicate.verb ?? ""))
      return null;
    return { item, predicate, by: `…ことを${predicate.verb}` };
  }
  const before = frame.words[item - 1];
  if (
    (before === W.VERB || before === W.AUXILIARY || before === W.DEPENDENT) &&
    reads(frame, item + 1, "を") &&
    resources.words.plans.includes(frame.text.slice(frame.starts[item]!, frame.ends[item]!))
  ) {
    const noun = frame.text.slice(frame.starts[item]!, frame.ends[item]!);
    const predicate = verbPredicate(frame, item + 2, "to", resources);
    const verb = predicate.verb ?? "";
    if (
      predicate.item < 0 ||
      predicate.passive ||
      !(resources.words.showing.includes(verb) || verb.endsWith("を示す") || lemmaOf(frame, predicate.item) === "示す")
    )
      return null;
    return { item, predicate: { ...predicate, verb: noun }, by: `…${noun}を${lemmaOf(frame, predicate.item)}` };
  }
  return null;
}

/** …との見方を示した, …という認識を示した */
function viewFrom(
  frame: Frame,
  item: number,
  from: number,
  to: number,
  { voices }: QuotationResources,
): Closing | null {
  for (let at = from; at < Math.min(to, from + 5); at++) {
    const word = frame.words[at]!;
    if (!isNominal(word) && word !== W.ADJECTIVE && word !== W.GENITIVE) return null;
    const noun = frame.text.slice(frame.starts[at]!, frame.ends[at]!);
    if (!voices.has(noun) || noun === "話" || noun === "思い" || isNominal(frame.words[at + 1] ?? W.OTHER)) continue;
    let after = at + 1;
    while (
      after < to &&
      frame.words[after] !== W.VERB &&
      frame.words[after] !== W.ACTION &&
      frame.words[after] !== W.COMMA
    )
      after++;
    const verb = lemmaOf(frame, after);
    if (
      ![
        "示す",
        "述べる",
        "表明する",
        "出す",
        "明らか",
        "語る",
        "強い",
        "強める",
        "上がる",
        "出る",
        "ある",
        "伝える",
        "強調",
        "表明",
        "発表",
        "繰り返す",
      ].includes(verb) &&
      !reads(frame, after - 1, "明らか")
    )
      return null;
    const uttered = verb !== "ある" && verb !== "出る" && verb !== "上がる" && verb !== "強い";
    const predicate: Predicate = {
      tie: "noun",
      shown: uttered,
      verb: noun,
      verbClass: "say",
      passive: false,
      item: at,
      after: after + 1,
      modified: -1,
      from,
    };
    return { item, predicate, by: `…との${noun}` };
  }
  return null;
}

/** 必要だとしている。 holds a view; 開こうとした, だとしたら do not. */
function holds(frame: Frame, item: number, { item: verb, after }: Predicate): boolean {
  if (
    verb !== item + 1 ||
    reads(frame, item - 1, "う") ||
    reads(frame, item - 1, "よう") ||
    frame.text.startsWith("としたら", frame.starts[item]!)
  )
    return false;
  const next = frame.words[after];
  return (
    next === undefined ||
    next === W.PERIOD ||
    next === W.COMMA ||
    frame.begins[after] === 1 ||
    frame.text.startsWith("としてい", frame.starts[item]!) ||
    frame.text.startsWith("としてお", frame.starts[item]!)
  );
}

/** とみている, と見る。 but not と見ても, と見なければ. */
function deems(frame: Frame, { item, after }: Predicate): boolean {
  const next = frame.words[after];
  const ends = next === undefined || next === W.PERIOD || next === W.COMMA || frame.begins[after] === 1;
  return (
    frame.text.startsWith("てい", frame.ends[item]!) ||
    frame.text.startsWith("てお", frame.ends[item]!) ||
    (ends && !frame.text.startsWith("な", frame.ends[item]!))
  );
}

/** という。 at a sentence's end reports hearsay, not the subject's words. */
function isHearsay(frame: Frame, { item, from }: Predicate): boolean {
  const next = frame.words[item + 1];
  return (
    item === from &&
    reads(frame, item, "いう") &&
    (next === undefined || next === W.PERIOD || next === W.COMMA || frame.begins[item + 1] === 1 || next === W.JOINING)
  );
}

function endsClause(frame: Frame, item: number): boolean {
  const word = frame.words[item];
  return (
    word === W.VERB ||
    word === W.AUXILIARY ||
    word === W.ADJECTIVE ||
    word === W.DEPENDENT ||
    word === W.FINAL ||
    (word === W.PARTICLE && reads(frame, item, "か"))
  );
}
