import { afterEach, describe, expect, it, vi } from "vitest";
import { processIo } from "../../src/cli/io.ts";

const { stderr } = process;
const was = { isTTY: stderr.isTTY, columns: stderr.columns };

function terminal(columns: number | undefined): void {
  Object.assign(stderr, { isTTY: true, columns });
}

afterEach(() => {
  Object.assign(stderr, was);
  vi.restoreAllMocks();
});

describe("how far the work is", () => {
  const line = "12 of 60 (20%)  駅前.html";
  it.each([
    ["of 80 columns", 80, line],
    ["of unknown width", undefined, line],
    ["that was given no size", 0, line],
    ["of few columns", 20, "12 of 60 (20%)  駅"],
  ])("is told in a line of a terminal %s", (_, columns, told) => {
    terminal(columns);
    const written: string[] = [];
    vi.spyOn(stderr, "write").mockImplementation((text) => written.push(String(text)) > 0);
    const io = processIo({ quiet: false });
    io.progress(line);
    io.progress("");
    expect(written).toEqual([told, "\r\u001b[K"]);
  });
});
