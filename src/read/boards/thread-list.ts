import type { Sample } from "../format.ts";

const WINDOW = 300_000;
const TITLE = /<title[^>]{0,100}>[^<]{0,200}(?:過去ログ|スレッド一覧|スレ一覧)/i;
const PATH = /(?:^|[/\\])(?:kako\w{0,20}|subback)\.html?$/i;
/** A thread's address or file, which begins with its birth in seconds since 1970. */
const THREAD = /read\.cgi\/[^"'>\s]{1,80}\/\d{9,10}|\b\d{9,10}\.(?:dat|html)\b/gi;
const FEWEST = 2;

/** Whether a page lists the threads of a board (過去ログ, スレッド一覧) instead of showing one. */
export function isThreadList({ text, path }: Pick<Sample, "text" | "path">): boolean {
  const head = text.slice(0, WINDOW);
  return (TITLE.test(head) || PATH.test(path ?? "")) && (head.match(THREAD)?.length ?? 0) >= FEWEST;
}
