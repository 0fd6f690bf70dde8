import { loadTableWords } from "../index.ts";
import { spoken } from "./said.ts";

/** Returns what gives the Japanese words of tables and charts while Japanese is spoken, and none otherwise. */
export function japaneseWords(): ReturnType<typeof loadTableWords> {
  return spoken() === "ja" ? loadTableWords() : () => null;
}
