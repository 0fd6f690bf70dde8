import type { UserEntry } from "../tokenize/load-tokenizer.ts";

/** Own words and what is tuned, as they can be sent to a thread. */
export interface LineWords {
  readonly userDictionary?: string | readonly UserEntry[];
  readonly lexicons?: readonly string[];
  readonly gazetteers?: readonly string[];
  readonly tuned?: string;
}
