import { expect, test } from "vitest";
import { commandLine } from "../../src/cli/command-line.ts";

test.each([
  [["report", "page.html"], "yoron report page.html"],
  [["report", "駅前.html", "--title", "声 を聞く"], "yoron report 駅前.html --title '声 を聞く'"],
  [["report", "it's.html"], "yoron report 'it'\\''s.html'"],
  [
    ["report", "a.html", "-o", "x.html", "--workers=2", "-q", "--date", "2026-11-29"],
    "yoron report a.html --date 2026-11-29",
  ],
  [
    ["report", "a.html", "--output", "x y.html", "--proposition", "閉鎖すること"],
    "yoron report a.html --proposition 閉鎖すること",
  ],
  [["report", "", "$HOME/*.html"], "yoron report '' '$HOME/*.html'"],
])("%j makes it again by %s", (args, line) => {
  expect(commandLine(args)).toBe(line);
});

test.each([
  [
    ["report", "saved/山田.html", "--pseudonyms=keys/k.txt"],
    ["saved/山田.html"],
    "yoron report FILE --pseudonyms=FILE",
  ],
  [["report", "山田.html", "--no-authors", "--lang", "ja"], ["山田.html"], "yoron report FILE --no-authors --lang ja"],
  [["report", "a.html", "--lexicon", "/home/me/l.tsv"], ["a.html"], "yoron report FILE --lexicon FILE"],
])("%j names no file where names are kept back", (args, hidden, told) => {
  expect(commandLine(args, { hidden })).toBe(told);
});
