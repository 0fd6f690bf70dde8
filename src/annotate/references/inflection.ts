import type { AnalyzedUnit } from "../../model/analysis.ts";

const ENDINGS = ["助動詞", "動詞,非自立", "動詞,接尾", "形容詞,非自立", "形容詞,接尾"];

/** Whether an offset lies inside a token. */
export function endsInsideToken({ tokens }: AnalyzedUnit, offset: number): boolean {
  const row = tokens.indexAt(offset);
  return row < tokens.length && tokens.start(row) < offset;
}

/** Where the inflected word ends that an offset lies in or behind: 満た|ない, 定められてい|る. */
export function endOfInflection({ tokens }: AnalyzedUnit, offset: number): number {
  let row = tokens.indexAt(offset);
  let end = offset;
  if (row < tokens.length && tokens.start(row) < offset) end = tokens.end(row++);
  // 通用|する: a noun that acts takes its verb along.
  if (
    row > 0 &&
    row < tokens.length &&
    tokens.start(row) === end &&
    tokens.lemma(row) === "する" &&
    tokens.pos(row - 1).startsWith("名詞,サ変接続")
  )
    end = tokens.end(row++);
  while (row < tokens.length && tokens.start(row) === end) {
    const pos = tokens.pos(row);
    const te =
      pos === "助詞,接続助詞,*,*" &&
      ["て", "で"].includes(tokens.surface(row)) &&
      row + 1 < tokens.length &&
      tokens.pos(row + 1).startsWith("動詞,非自立");
    if (!te && !ENDINGS.some((ending) => pos.startsWith(ending))) break;
    end = tokens.end(row++);
  }
  return end;
}
