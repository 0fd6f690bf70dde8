/** What a made-up program for Linux says. */
export interface Program {
  readonly machine: number;
  readonly libraries?: readonly string[];
  /** Versions that it needs of libc.so.6: `GLIBC_2.28`. */
  readonly versions?: readonly string[];
}

const AT = 0x400000;

/** Returns the bytes of a program of 64 bits: a head, two segments, and what says which libraries it needs. */
export function program({ machine, libraries = [], versions = [] }: Program): Uint8Array {
  const names = ["", ...libraries, "libc.so.6", ...versions];
  const offsets = names.map((_, i) => names.slice(0, i).reduce((sum, name) => sum + name.length + 1, 0));
  const offsetOf = (name: string) => offsets[names.indexOf(name)]!;
  const strings = new TextEncoder().encode(names.map((name) => `${name}\0`).join(""));
  const entries = [
    ...libraries.map((name) => [1, offsetOf(name)]),
    [5, AT + 0x400],
    ...(versions.length === 0 ? [] : [[0x6ffffffe, AT + 0x800]]),
    [0, 0],
  ];
  const bytes = new Uint8Array(0x1000);
  const view = new DataView(bytes.buffer);
  const word = (at: number, value: number) => view.setBigUint64(at, BigInt(value), true);
  view.setUint32(0, 0x7f454c46);
  bytes.set([2, 1, 1], 4);
  view.setUint16(18, machine, true);
  word(32, 64);
  view.setUint16(54, 56, true);
  view.setUint16(56, 2, true);
  const segment = (at: number, type: number, offset: number, size: number) => {
    view.setUint32(at, type, true);
    word(at + 8, offset);
    word(at + 16, AT + offset);
    word(at + 32, size);
  };
  segment(64, 1, 0, bytes.length);
  segment(64 + 56, 2, 0x200, entries.length * 16);
  for (const [i, [tag, value]] of entries.entries()) {
    word(0x200 + i * 16, tag!);
    word(0x200 + i * 16 + 8, value!);
  }
  bytes.set(strings, 0x400);
  view.setUint16(0x800 + 2, versions.length, true);
  view.setUint32(0x800 + 4, offsetOf("libc.so.6"), true);
  view.setUint32(0x800 + 8, 16, true);
  for (const [i, version] of versions.entries()) {
    view.setUint32(0x810 + i * 16 + 8, offsetOf(version), true);
    view.setUint32(0x810 + i * 16 + 12, 16, true);
  }
  return bytes;
}

export const ARM64 = 183;
export const X64 = 62;
