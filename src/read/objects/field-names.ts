import { simplify } from "../columns.ts";
import { isPersonField } from "./person.ts";
import { isRepliesField } from "./replies.ts";
import { wordsField } from "./words.ts";

const AUTHOR =
  /^(?:author|user|account|owner|creator|poster|member|sender|commenter|from|by|userprofile|userinfo|authordetails|投稿者|ユーザー|名前)$/;
const VOTES =
  /^(?:reactions?|votes?|likes?|publicmetrics|metrics|stats|statistics|counts|engagement|reactiongroups|reactioncounts|リアクション|反応|評価)$/;
/** Objects that only stand around the fields of a comment. */
const WRAPPER = /^(?:node|data|attributes|comment|post|record|snippet|message|item|tweet|fields|properties|source)$/;

/** What a field's name says of it: `person` is what never enters a Discussion. */
export type FieldKind = "person" | "replies" | "author" | "votes" | "wrapper" | "other";

/** What the names of fields say, each looked at once: the objects of a source have the same names over and over. */
export class FieldNames {
  readonly #kinds = new Map<string, FieldKind>();
  readonly #words = new Map<string, string | null>();

  kindOf(name: string): FieldKind {
    let kind = this.#kinds.get(name);
    if (kind === undefined) {
      kind = look(name);
      this.#kinds.set(name, kind);
    }
    return kind;
  }

  /** Returns the field that holds the words of an object with these names; null where none is known. */
  wordsOf(names: readonly string[]): string | null {
    const key = names.join("\n");
    let found = this.#words.get(key);
    if (found === undefined) {
      found = wordsField(names);
      this.#words.set(key, found);
    }
    return found;
  }
}

function look(name: string): FieldKind {
  const simple = simplify(name);
  if (isPersonField(name)) return "person";
  if (isRepliesField(name)) return "replies";
  if (AUTHOR.test(simple)) return "author";
  if (VOTES.test(simple)) return "votes";
  return WRAPPER.test(simple) ? "wrapper" : "other";
}
