import type { Html } from "../html.ts";
import type { Page } from "../page.ts";
import type { Lang } from "../words.ts";

/** A section of the page: it stands there when one of its charts is asked for and it has something to say or to draw. */
export interface Section {
  /** Its element, to which the navigation leads. */
  readonly id: string;
  readonly name: Readonly<Record<Lang, string>>;
  /** Names of the charts that stand open under its words. */
  readonly charts: readonly string[];
  /** Names of those that are one click behind. */
  readonly folded: readonly string[];
  /** Returns its words and tables; null where there is nothing to say. */
  readonly body: (page: Page) => Html | null;
  /** Whether its charts say nothing here without its words: they stand with the others then. */
  readonly needsWords?: boolean;
}
