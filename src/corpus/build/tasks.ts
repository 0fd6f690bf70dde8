import type { Resources } from "../../resources.ts";
import type { PartInfo } from "../../tables/export/corpus/manifest.ts";
import type { BuildSettings } from "./build-settings.ts";
import type { ItemHeader } from "./item-file.ts";
import { analyzeTodo, readSourceTask, type SourceRead, type SourceTask } from "./read-sources.ts";
import { type GroupTask, writeGroup } from "./write-group.ts";

/** What a thread of a build is asked for. */
export type BuildTask =
  | { readonly kind: "source"; readonly source: SourceTask }
  | { readonly kind: "item"; readonly staged: string; readonly item: number }
  | { readonly kind: "group"; readonly group: GroupTask };

/** What it answers, by the kind of the task. */
export interface BuildAnswers {
  readonly source: SourceRead;
  readonly item: ItemHeader;
  readonly group: Readonly<Record<string, PartInfo>>;
}

/** Runs a task; `resources` are loaded when one first needs them. */
export async function doTask(
  task: BuildTask,
  resources: () => Promise<Resources>,
  settings: BuildSettings,
): Promise<BuildAnswers[BuildTask["kind"]]> {
  switch (task.kind) {
    case "source":
      return readSourceTask(task.source, resources, settings);
    case "item":
      return analyzeTodo(task.staged, task.item, await resources(), settings);
    case "group":
      return writeGroup(task.group);
  }
}
