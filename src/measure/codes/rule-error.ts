import { YoronError } from "../../model/error.ts";

/** A place in a file of coding rules. */
export interface RulePlace {
  readonly file: string;
  readonly line: number;
}

/** Returns the error for a rule that cannot be read: where, what, the offending words, the next step. */
export function ruleError({ file, line }: RulePlace, what: string, value: string, next: string): YoronError {
  return new YoronError({ code: "bad-codes", what: `${file}, line ${line}: ${what}`, value, next });
}
