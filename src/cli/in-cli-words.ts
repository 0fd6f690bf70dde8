import type { ErrorCode, YoronError } from "../index.ts";

/** What an error of the library names as its options are named, and how the command line names it. */
const WORDS: Partial<Record<ErrorCode, readonly [string, string]>> = {
  undecodable: [
    "name its encoding, or allow losses with lossy",
    "name its encoding with --encoding, or allow losses with --lossy",
  ],
};

/** Returns the message of an error with the options in it named as the command line takes them. */
export function inCliWords({ code, message }: YoronError): string {
  const words = WORDS[code];
  return words === undefined ? message : message.replace(...words);
}
