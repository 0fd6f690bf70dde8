import type { Tokens } from "../../model/tokens.ts";
import { parseTsv } from "../../text/tsv.ts";

interface Rule {
  readonly part: string;
  readonly lemmas: readonly string[] | null;
  readonly before: string | null;
  readonly after: readonly string[] | null;
  readonly surface: RegExp | null;
  readonly tag: string;
}

/** Signs that stand for a word or an operation; other signs are punctuation. */
const surfaces: Readonly<Record<string, RegExp | null>> = {
  "*": null,
  punctuation: /^(?![-~#@%&*+=/\\＃＠％＆＊＋＝／＼]+$)\p{P}+$/u,
  signs: /^[^\p{L}\p{N}]+$/u,
};

const list = (cell: string): string[] | null => (cell === "*" ? null : cell.split(" "));

/** The rules of `data/tokenizer/upos.tsv`, which give Universal Dependencies tags. */
export class UposRules {
  readonly #rules: readonly Rule[];
  /**
   * The rules that may fit each part of speech, by `posId`, found when it is first met; one serves all texts of a tokenizer.
   * Where the first of them asks nothing else, which is so of most words, its tag stands for them.
   */
  readonly #byPart: (readonly Rule[] | string | undefined)[] = [];

  constructor(text: string) {
    this.#rules = parseTsv(text, ["part", "lemma", "before", "after", "surface", "tag"], "upos.tsv").map((row) => ({
      part: row.part,
      lemmas: list(row.lemma),
      before: row.before === "*" ? null : row.before,
      after: list(row.after),
      surface: surfaces[row.surface] ?? null,
      tag: row.tag,
    }));
  }

  /** The tag of a token among its neighbours. */
  tagOf(tokens: Tokens, index: number): string {
    const id = tokens.posId(index);
    const known = this.#byPart[id] ?? this.#find(id, tokens.pos(index));
    if (typeof known === "string") return known;
    for (const rule of known) if (fits(rule, tokens, index)) return rule.tag;
    return "X";
  }

  #find(id: number, pos: string): readonly Rule[] | string {
    const rules = this.#rules.filter(({ part }) => part === "*" || pos === part || pos.startsWith(`${part},`));
    const found = rules[0] !== undefined && asksNothing(rules[0]) ? rules[0].tag : rules;
    // Filled in order: a list with holes is looked up slowly.
    while (this.#byPart.length < id) this.#byPart.push(undefined);
    this.#byPart[id] = found;
    return found;
  }
}

/** Whether a rule fits every word of its part of speech. */
function asksNothing({ lemmas, before, after, surface }: Rule): boolean {
  return lemmas === null && before === null && after === null && surface === null;
}

function fits({ lemmas, before, after, surface }: Rule, tokens: Tokens, index: number): boolean {
  if (lemmas !== null && !lemmas.includes(tokens.lemma(index))) return false;
  if (before !== null && !(touches(tokens, index) && tokens.pos(index - 1).startsWith(before))) return false;
  if (after !== null && !(touches(tokens, index + 1) && after.includes(tokens.lemma(index + 1)))) return false;
  return surface === null || surface.test(tokens.surface(index));
}

/** True if the token at `index` follows the one before it without a gap. */
function touches(tokens: Tokens, index: number): boolean {
  return index > 0 && index < tokens.length && tokens.end(index - 1) === tokens.start(index);
}
