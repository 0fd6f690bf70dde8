import { describe, expect, it } from "vitest";
import { pack, unpack } from "../../src/words/packed.ts";

const THING = { kind: "thing", version: 4, columns: { narrow: "int8", wide: "float32", text: "uint16" } } as const;
const columns = {
  narrow: Int8Array.of(-1, 2, 3),
  wide: Float32Array.of(0.5, -1.25),
  text: Uint16Array.of(0xffff),
};
const facts = { fingerprint: -7, scale: 0.1 };
const bytes = pack(THING, columns, facts);

const changed = (at: number, bit: number) => bytes.map((byte, i) => (i === at ? byte ^ bit : byte));
const failure = (made: Uint8Array, thing = THING, verify = true) => {
  try {
    unpack(thing, made, { verify });
  } catch (error) {
    return error instanceof RangeError ? error.message : String(error);
  }
  return "no error";
};

describe("a packed file", () => {
  it("gives back its columns and facts, each column on a cache line", () => {
    const read = unpack(THING, bytes, { verify: true });
    expect(read).toEqual({ columns, facts });
    for (const { byteOffset, buffer } of Object.values(read.columns)) {
      expect(byteOffset % 64).toBe(0);
      expect(buffer).toBe(bytes.buffer);
    }
  });

  it("is read from bytes that do not begin on a word, and from shared memory", () => {
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect(unpack(THING, shifted.subarray(1)).columns).toEqual(columns);
    const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
    shared.set(bytes);
    expect(unpack(THING, shared, { verify: true }).columns).toEqual(columns);
  });

  it.each([
    ["nothing", new Uint8Array(), "too short for a compiled thing"],
    ["something else", new Uint8Array(64), "not a compiled thing of yoron"],
    ["another version", changed(8, 1), "thing of format 5, this program reads format 4"],
    ["a part of it", bytes.subarray(0, -64), /^thing of \d+ bytes instead of \d+$/],
    ["a header with a flipped bit", changed(30, 1), "damaged thing (checksum)"],
    ["a column with a flipped bit", changed(bytes.length - 64, 1), "damaged thing (checksum)"],
  ])("%s is refused", (_, made, message) => expect(failure(made)).toMatch(message));

  it("of another kind or with other columns is refused", () => {
    expect(failure(pack({ ...THING, kind: "other" }, columns))).toMatch("but a compiled other");
    const older = { ...THING, columns: { narrow: "int8" } } as const;
    expect(failure(pack(older, columns))).toBe("thing with a damaged header");
  });

  it("with a header that is no JSON is refused without the checksum too", () => {
    expect(failure(changed(24, 0x40), THING, false)).toBe("thing with a damaged header");
  });
});
