import type { Tokens } from "../../model/tokens.ts";
import { hashText } from "../../words/hash-text.ts";

/** Forms of conjugation that tell what a clause does. */
export const Form = { other: 0, base: 1, command: 2, volition: 3 } as const;

const FORMS: readonly (readonly [prefix: string, form: number])[] = [
  ["基本形", Form.base],
  ["命令", Form.command],
  ["未然ウ接続", Form.volition],
];

/** The forms of words by `posId`, each found out when it is met; one serves all texts of one tokenizer. */
export class WordForms {
  readonly #forms = new Map<number, number>();
  readonly #hashes = new Map<number, number>();

  /** Returns one of {@link Form}. */
  form(tokens: Tokens, row: number): number {
    const id = tokens.posId(row);
    let form = this.#forms.get(id);
    if (form === undefined) {
      const { conjugationForm } = tokens.at(row);
      form = FORMS.find(([prefix]) => conjugationForm.startsWith(prefix))?.[1] ?? Form.other;
      this.#forms.set(id, form);
    }
    return form;
  }

  /** Returns a hash of part of speech and form, the same whatever the dictionary's numbers are. */
  hash(tokens: Tokens, row: number): number {
    const id = tokens.posId(row);
    let hash = this.#hashes.get(id);
    if (hash === undefined) {
      const { pos, conjugationForm } = tokens.at(row);
      const text = `${pos.split(",").slice(0, 2).join()},${conjugationForm}`;
      hash = hashText(text, 0, text.length);
      this.#hashes.set(id, hash);
    }
    return hash;
  }
}
