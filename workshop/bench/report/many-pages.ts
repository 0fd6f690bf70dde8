import { seededRandom } from "../../../src/measure/random.ts";
import type { Discussion } from "../../../src/model/discussion.ts";
import { generatedThread } from "../big-page/thread.ts";

/** A page as the export of a site has it: one object. */
export interface ExportedPage {
  readonly title: string;
  readonly text: string;
  readonly comments: readonly object[];
}

const CLAUSE = /[^、。！？!?\n]+[、。！？!?…]*["”’」』）)]*\n?/gu;
/** Most clauses of a comment. */
const MOST = 8;

/**
 * Returns pages of other words each: some paragraphs of the article of a page, and comments of clauses of its comments and of
 * generated ones, put together anew, so that hardly two are alike; the same for the same seed.
 */
export function* manyPages(
  sources: readonly Discussion[],
  { pages, comments, seed = 1 }: { readonly pages: number; readonly comments: number; readonly seed?: number },
): Generator<ExportedPage, void, undefined> {
  const random = seededRandom(seed);
  const below = (end: number) => Math.floor(random() * end);
  const one = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const paragraphs = sources.map(({ article }) => article.text.split("\n").filter((line) => line.trim() !== ""));
  const titles = sources.map(({ article }) => article.title);
  const clauses = sources.map((source) => source.comments.flatMap(({ text }) => text.match(CLAUSE) ?? []));
  for (let page = 0; page < pages; page++) {
    const from = page % sources.length;
    const own = paragraphs[from]!;
    const thread = [...generatedThread(comments, seed * pages + page)];
    const said = [...clauses[from]!, ...thread.flatMap(({ text }) => text.match(CLAUSE) ?? [])];
    const text = own.filter(() => random() < 0.8).join("\n");
    yield {
      title: `${titles[from]!}（${page + 1}）`,
      text,
      comments: thread.map(({ id, parentId, author, posted, up, down }) => ({
        id,
        parent_id: parentId === "" ? null : parentId,
        author,
        created_at: posted,
        likes: up,
        dislikes: down,
        text: Array.from({ length: 1 + below(MOST) }, () => one(said))
          .join("")
          .trim(),
      })),
    };
  }
}
