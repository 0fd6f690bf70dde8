import { describe, expect, it } from "vitest";
import { COMPLEX } from "../../src/tokenize/dictionary/character-word.ts";
import { INSIDE, markGraphemes } from "../../src/tokenize/lattice/grapheme-marks.ts";
import { seededNumbers } from "../../workshop/fuzz/numbers.ts";

/** The places inside of clusters, where every unit may join. */
function inside(text: string): readonly number[] {
  const marks = new Uint8Array(text.length);
  markGraphemes(text, 0, text.length, new Int32Array(text.length).fill(COMPLEX), marks);
  return [...marks].flatMap((mark, at) => ((mark & INSIDE) === 0 ? [] : [at]));
}

function insideAtOnce(text: string): readonly number[] {
  const found: number[] = [];
  for (const { segment, index } of new Intl.Segmenter("ja", { granularity: "grapheme" }).segment(text))
    for (let unit = 1; unit < segment.length; unit++) found.push(index + unit);
  return found;
}

describe("a run is marked piece by piece as if it were at once", () => {
  it.each([
    ["flags, of which two letters are one", "🇯🇵".repeat(400)],
    ["flags after a letter of one", `🇯${"🇯🇵".repeat(400)}`],
    ["faces of a colour", `${"a".repeat(255)}${"👍🏽".repeat(300)}`],
    ["families", `か${"👨‍👩‍👧‍👦".repeat(100)}`],
    ["one cluster longer than a piece", `か${"\u0301".repeat(3000)}き`],
    ["several such", `か${"\u0301".repeat(700)}き${"\u3099".repeat(700)}`],
    ["a joiner at a piece's end", `${"a".repeat(253)}👩\u200d👧${"b".repeat(300)}`],
    ["lone halves", "\ud83d".repeat(600)],
    ["halves of two kinds", "\ud83d\ud83d\ude00".repeat(300)],
    ["line breaks of two units", `${"a".repeat(255)}\r\n`.repeat(3)],
    ["syllables that join", "क्ष".repeat(300)],
  ])("%s", (_, text) => expect(inside(text)).toEqual(insideAtOnce(text)));

  it("whatever stands beside whatever", () => {
    const next = seededNumbers(20261201);
    const pieces = [
      "👍",
      "🏽",
      "\u200d",
      "👩",
      "\ufe0f",
      "🇯",
      "か",
      "\u3099",
      "\r",
      "\n",
      "\ud83d",
      "\ude00",
      "क",
      "्",
      "ष",
      "a",
    ];
    for (let run = 0; run < 300; run++) {
      let text = "";
      for (let left = 200 + next(400); left > 0; left--) text += pieces[next(pieces.length)]!;
      expect(inside(text)).toEqual(insideAtOnce(text));
    }
  });

  it("in time in proportion to its length", () => {
    const timeOf = (length: number) => {
      let least = Number.POSITIVE_INFINITY;
      for (let run = 0; run < 5; run++) {
        const start = process.cpuUsage();
        inside("\ud83d".repeat(length));
        const { user, system } = process.cpuUsage(start);
        least = Math.min(least, user + system);
      }
      return least;
    };
    // Sixteen times as long took some two hundred times as long.
    expect(timeOf(64_000)).toBeLessThan(50 * timeOf(4_000));
  });
});
