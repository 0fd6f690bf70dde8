import type { HtmlTree } from "../html/tree.ts";
import type { Place } from "./place.ts";

/** Where the pages of one forum software show the parts of a thread; of several places the first that is there counts. */
export interface ForumSoftware {
  readonly name: string;
  /** What stands in the source of its threads, and all of it in that of no other pages. */
  readonly signs: readonly RegExp[];
  readonly title: readonly Place[];
  /** Returns the id of the post that an element is; null for any other element. */
  postId(tree: HtmlTree, node: number): string | null;
  readonly author: readonly Place[];
  /** Attribute of the post that holds its author's name. */
  readonly authorAttribute?: string;
  readonly when: readonly Place[];
  readonly body: readonly Place[];
  /** What shows the post's number in the thread, among other things perhaps. */
  readonly number: readonly Place[];
  readonly subject: readonly Place[];
  readonly edited: readonly Place[];
  readonly votes: readonly Place[];
  /** Whether an element in the words is none of them: who is quoted, buttons, names of code boxes and files. */
  isApart(tree: HtmlTree, node: number): boolean;
  /** Whether a post was taken away. */
  isGone(tree: HtmlTree, node: number): boolean;
}
