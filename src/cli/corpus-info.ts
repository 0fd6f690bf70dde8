import { stat } from "node:fs/promises";
import { join } from "node:path";
import { type CorpusManifest, type CorpusSource, isLossCode, openCorpus, partsOf, strayParts } from "../index.ts";
import { columnsOf } from "./listing.ts";
import { named } from "./named.ts";
import { said } from "./said.ts";
import { toldNote } from "./told-note.ts";
import { usageError } from "./usage-error.ts";
import type { Call } from "./verb.ts";

/** What is told of a corpus; with `--json` as it is, else in words. */
interface Info {
  readonly corpus: string;
  readonly yoron: string;
  readonly settings: CorpusManifest["settings"];
  readonly sources: number;
  readonly copies: number;
  readonly discussions: number;
  readonly comments: number;
  readonly withoutComments: number;
  readonly gone: readonly string[];
  readonly tables: readonly {
    readonly name: string;
    readonly rows: number;
    readonly parts: number;
    readonly bytes: number;
  }[];
  readonly notes: readonly {
    readonly code: string;
    readonly sources: number;
    readonly path: string;
    readonly message: string;
  }[];
  readonly failed: CorpusManifest["failed"];
  /** Whether a build was broken off, and the files that it left. */
  readonly unfinished: boolean;
  readonly stray: readonly string[];
}

/** Prints what is in a corpus, having looked at every part of it. */
export async function tellCorpus(inputs: readonly string[], { values, io }: Call): Promise<number> {
  const [folder, second] = inputs;
  const { corpus: words } = said();
  if (folder === undefined) throw usageError(words.noCorpus, undefined, words.acts(["info CORPUS"]));
  if (second !== undefined) throw usageError(words.oneCorpus, second);
  const corpus = await openCorpus(folder);
  try {
    await corpus.check();
    const info = await infoOf(folder, corpus.manifest);
    await io.print(values.json === true ? `${JSON.stringify(info)}\n` : shown(info));
    return values.strict === true && (info.failed.length > 0 || info.notes.some(({ code }) => isLossCode(code)))
      ? 1
      : 0;
  } finally {
    await corpus.close();
  }
}

async function infoOf(folder: string, manifest: CorpusManifest): Promise<Info> {
  const { sources } = manifest;
  const sum = (of: (source: CorpusSource) => number) => sources.reduce((all, source) => all + of(source), 0);
  const notes = new Map<string, { sources: number; path: string; message: string }>();
  for (const source of sources) {
    for (const { code, message } of source.notes) {
      const known = notes.get(code);
      if (known === undefined) notes.set(code, { sources: 1, path: source.paths[0]!, message });
      else known.sources++;
    }
  }
  const gone: string[] = [];
  for (const { paths } of sources) if (!(await isThere(paths))) gone.push(paths[0]!);
  return {
    corpus: folder,
    yoron: manifest.yoron,
    settings: manifest.settings,
    sources: sources.length,
    copies: sum(({ paths }) => paths.length - 1),
    discussions: sum(({ discussions }) => discussions),
    comments: sum(({ comments }) => comments),
    withoutComments: sources.filter(({ comments }) => comments === 0).length,
    gone,
    tables: manifest.tables.map((name) => {
      const parts = partsOf(manifest, name);
      return {
        name,
        rows: parts.reduce((all, { rows }) => all + rows, 0),
        parts: parts.length,
        bytes: parts.reduce((all, { bytes }) => all + bytes, 0),
      };
    }),
    notes: [...notes].map(([code, note]) => ({ code, ...note })).sort((a, b) => (a.code < b.code ? -1 : 1)),
    failed: manifest.failed,
    unfinished: await isThere([join(folder, ".build")]),
    stray: await strayParts(folder, manifest),
  };
}

async function isThere(paths: readonly string[]): Promise<boolean> {
  for (const path of paths) if ((await stat(path).catch(() => null)) !== null) return true;
  return false;
}

/** Failures that are shown one by one. */
const MOST_SHOWN = 10;

function shown(info: Info): string {
  const { corpus: words, notes } = said();
  const { settings, failed, gone, stray } = info;
  const listed = (rows: readonly string[]) => [
    ...rows.slice(0, MOST_SHOWN).map((row) => `  ${row}`),
    ...(rows.length > MOST_SHOWN ? [`  ${notes.more(rows.length - MOST_SHOWN).trim()}`] : []),
  ];
  const lines = [
    words.madeBy(named(info.corpus), info.yoron),
    words.holds(info.sources, info.discussions, info.comments),
    ...(info.copies > 0 ? [words.copies(info.copies)] : []),
    words.layersOf(settings.layers.join(", ")),
    ...(info.withoutComments > 0 ? [words.withoutComments(info.withoutComments)] : []),
    ...(settings.authors === "named" && !settings.maskPersons
      ? []
      : [words.privacy(settings.authors, settings.maskPersons)]),
    "",
    columnsOf(
      info.tables.map(({ name, rows, parts, bytes }) => [
        `  ${name}`,
        `${words.rows(rows)}, ${words.partsAndBytes(parts, (bytes / 1e6).toFixed(2))}`,
      ]),
    ).trimEnd(),
    ...(info.notes.length === 0
      ? []
      : [
          "",
          words.noted,
          ...info.notes.map(
            ({ code, sources, path, message }) =>
              `  ${code}: ${words.inSources(sources)}; ${named(path)}: ${named(toldNote({ code, message }), 200)}`,
          ),
        ]),
    ...(failed.length === 0
      ? []
      : [
          "",
          words.failed(failed.length),
          ...listed(failed.map(({ path, message, code }) => `${named(path)}: ${named(message, 200)} [${code}]`)),
        ]),
    ...(gone.length === 0 ? [] : ["", words.gone(gone.length), ...listed(gone.map((path) => named(path)))]),
    ...(info.unfinished ? ["", words.unfinished] : []),
    ...(stray.length === 0 ? [] : ["", words.stray(stray.length)]),
    "",
    words.whole(info.tables.reduce((all, { parts }) => all + parts, 0)),
  ];
  return `${lines.join("\n")}\n`;
}
