/** What a program for Linux says of itself in its head (ELF, 64 bits, little-endian). */
export interface Elf {
  /** Kind of machine as Node names it: `x64`, `arm64`; else its number. */
  readonly machine: string;
  /** Libraries that must be there for it to start. */
  readonly libraries: readonly string[];
  /** The newest glibc of which it needs something: `2.28`; null where it needs none. */
  readonly glibc: string | null;
}

const MACHINES: Readonly<Record<number, string>> = { 62: "x64", 183: "arm64" };
const [LOADED, DYNAMIC] = [1, 2];
const [LIBRARY, STRINGS, VERSIONS] = [1, 5, 0x6ffffffe];

/**
 * Returns what a program says of itself, or null where the bytes are no program for 64-bit Linux, or are cut off.
 *
 * After "Tool Interface Standard: Executable and Linking Format" 1.2 and the Linux Standard Base on symbol versions.
 */
export function readElf(bytes: Uint8Array): Elf | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isElf = bytes.length > 64 && view.getUint32(0) === 0x7f454c46 && bytes[4] === 2 && bytes[5] === 1;
  if (!isElf) return null;
  try {
    const machine = view.getUint16(18, true);
    return { machine: MACHINES[machine] ?? String(machine), ...dynamicOf(view, segmentsOf(view)) };
  } catch (error) {
    // A place beyond the end: the file is not whole.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** A part of the file, and where it lies in memory. */
interface Segment {
  readonly type: number;
  readonly offset: number;
  readonly address: number;
  readonly size: number;
}

function segmentsOf(view: DataView): Segment[] {
  const [start, size, count] = [word(view, 32), view.getUint16(54, true), view.getUint16(56, true)];
  return Array.from({ length: count }, (_, i) => {
    const at = start + i * size;
    return {
      ...{ type: view.getUint32(at, true), offset: word(view, at + 8) },
      ...{ address: word(view, at + 16), size: word(view, at + 32) },
    };
  });
}

function dynamicOf(view: DataView, segments: readonly Segment[]): Pick<Elf, "libraries" | "glibc"> {
  const dynamic = segments.find(({ type }) => type === DYNAMIC);
  if (dynamic === undefined) return { libraries: [], glibc: null };
  const entries = Array.from({ length: dynamic.size / 16 }, (_, i) => {
    const at = dynamic.offset + i * 16;
    return { tag: word(view, at), value: word(view, at + 8) };
  });
  const placeOf = (tag: number) => {
    const address = entries.find((entry) => entry.tag === tag)?.value;
    return address === undefined ? null : fileOffset(segments, address);
  };
  const strings = placeOf(STRINGS) ?? 0;
  const nameAt = (offset: number) => stringAt(view, strings + offset);
  const libraries = entries.filter(({ tag }) => tag === LIBRARY).map(({ value }) => nameAt(value));
  const versions = placeOf(VERSIONS);
  return { libraries, glibc: versions === null ? null : newestGlibc(view, versions, nameAt) };
}

/** Returns the newest version of the list that each library of a list has. */
function newestGlibc(view: DataView, first: number, nameAt: (offset: number) => string): string | null {
  let newest: string | null = null;
  for (let library = first, next = 1; next > 0; library += next) {
    const count = view.getUint16(library + 2, true);
    let at = library + view.getUint32(library + 8, true);
    for (let i = 0; i < count; i++) {
      const [, version] = /^GLIBC_(\d[\d.]*)$/.exec(nameAt(view.getUint32(at + 8, true))) ?? [];
      if (version !== undefined && (newest === null || isNewer(version, newest))) newest = version;
      at += view.getUint32(at + 12, true);
    }
    next = view.getUint32(library + 12, true);
  }
  return newest;
}

function isNewer(version: string, other: string): boolean {
  const [ours, theirs] = [version, other].map((text) => text.split(".").map(Number));
  const place = ours!.findIndex((part, i) => part !== (theirs![i] ?? 0));
  return place >= 0 && ours![place]! > (theirs![place] ?? 0);
}

function fileOffset(segments: readonly Segment[], address: number): number | null {
  const segment = segments.find(
    ({ type, address: from, size }) => type === LOADED && address >= from && address < from + size,
  );
  return segment === undefined ? null : segment.offset + address - segment.address;
}

function stringAt(view: DataView, start: number): string {
  let text = "";
  for (let at = start; ; at++) {
    const code = view.getUint8(at);
    if (code === 0) return text;
    text += String.fromCharCode(code);
  }
}

/** Returns a number of 64 bits; sizes and places of files stay below 2^53. */
function word(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}
