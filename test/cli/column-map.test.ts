import { describe, expect, it, test } from "vitest";
import { columnMap } from "../../src/cli/column-map.ts";
import { patience } from "../patience.ts";

describe("--map", () => {
  test.each<[string, string[], unknown]>([
    ["pairs", ["text=本文,author=名前"], { text: "本文", author: "名前" }],
    [
      "a name with a comma",
      ["text=ご意見（例: 開館,駐車場）,up=likes"],
      { text: "ご意見（例: 開館,駐車場）", up: "likes" },
    ],
    ["a name in quotes", ['text="a,date=""b""",id=c'], { text: 'a,date="b"', id: "c" }],
    ["an equals sign in a name", ["text=1+1=2"], { text: "1+1=2" }],
    ["several, and a question each", ["text=問1", "text=問2,date=日時"], { text: ["問1", "問2"], date: "日時" }],
  ])("takes %s", (_, options, mapping) => {
    expect(columnMap(options)).toEqual(mapping);
  });

  it.each([
    ["no pair", ["本文"], /takes ROLE=COLUMN pairs, not "本文"; roles: id, text/u],
    ["a role twice that has one column", ["up=a", "up=b"], /one column only for "up"/u],
  ])("refuses %s", (_, options, message) => {
    expect(() => columnMap(options)).toThrow(message);
  });

  it("takes time that grows with its length", () => {
    const started = performance.now();
    columnMap([`text=${",a".repeat(50_000)}`]);
    columnMap([Array.from({ length: 2000 }, (_, i) => `text=列${i}`).join(",")]);
    expect(performance.now() - started).toBeLessThan(patience(5000));
  });
});
