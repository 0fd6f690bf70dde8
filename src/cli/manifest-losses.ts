import { join } from "node:path";
import { type Note, readSource } from "../index.ts";
import type { DiscussionLosses } from "./input-losses.ts";

/**
 * Returns what was not read, by source, from the manifest of a folder that `yoron analyze` wrote; nothing where there
 * is none.
 */
export async function manifestLosses(folder: string): Promise<ReadonlyMap<string, readonly DiscussionLosses[]>> {
  const sources = new Map<string, DiscussionLosses[]>();
  for (const discussion of listOf(fieldOf(await manifestOf(folder), "discussions"))) {
    const path = textOf(fieldOf(discussion, "source"), "path") ?? "-";
    const losses = listOf(fieldOf(discussion, "losses")).flatMap((note): Note[] => {
      const [code, message] = [textOf(note, "code"), textOf(note, "message")];
      return code === null || message === null ? [] : [{ code, message }];
    });
    const known = sources.get(path) ?? [];
    known.push({ title: textOf(discussion, "title") ?? "", losses });
    sources.set(path, known);
  }
  return sources;
}

async function manifestOf(folder: string): Promise<unknown> {
  try {
    return JSON.parse(new TextDecoder().decode(await readSource(join(folder, "manifest.json"))));
  } catch {
    // The tables can be asked without it, as they could before it was written.
    return null;
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function textOf(value: unknown, name: string): string | null {
  const field = fieldOf(value, name);
  return typeof field === "string" ? field : null;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
