import type { HtmlTree } from "./tree.ts";

/** Services that put comments into a page only when it is shown, each by what its place in the page looks like. */
const SERVICES: readonly (readonly [string, RegExp])[] = [
  ["Disqus", /^(?:disqus_thread|disqus-thread|dsq-content)$/i],
  ["Facebook", /^(?:fb-comments|fb_comments|fb-comments-box)$/i],
  ["isso", /^isso-thread$/i],
  ["Remark42", /^remark42$/i],
  ["Commento", /^commento$/i],
  ["Giscus", /^giscus$/i],
  ["utterances", /^utterances$/i],
  ["IntenseDebate", /^(?:idc-container|idc-cover)$/i],
  ["Hyvor Talk", /^hyvor-talk-view$/i],
  ["Cusdis", /^cusdis_thread$/i],
  ["Coral", /^(?:coral_talk_stream|coral_thread|coral-comments)$/i],
  ["Livefyre", /^(?:livefyre|livefyre-comments|fyre)$/i],
  ["Viafoura", /^(?:vf-conversations|viafoura)$/i],
  ["OpenWeb", /^(?:spot-im-frame|spotim-specific|openweb-comments)$/i],
  ["Yahoo!ニュース", /^news-comment-plugin$/i],
  ["Vuukle", /^vuukle-comments$/i],
];
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ["Giscus", /^https:\/\/giscus\.app\//i],
  ["utterances", /^https:\/\/utteranc\.es\//i],
];
const FRAMES: readonly (readonly [string, RegExp])[] = [
  ["Facebook", /facebook\.com\/(?:v[\d.]{1,6}\/)?plugins\/(?:comments|feedback)/i],
  ["Disqus", /disqus\.com\/embed\/comments/i],
  ["Yahoo!ニュース", /plugin\.news\.yahoo\.co\.jp\/v1\/comment/i],
];

/** Returns the name of the service that an element is a place for, or null. */
export function serviceOf(tree: HtmlTree, node: number): string | null {
  const id = tree.attributes.get(node, "id") ?? "";
  const classes = tree.attributes.get(node, "class") ?? "";
  const src = tree.attributes.get(node, "src") ?? "";
  const name = tree.names[node]!;
  if (name === "script") return SCRIPTS.find(([, place]) => place.test(src))?.[0] ?? null;
  if (name === "iframe") return FRAMES.find(([, place]) => place.test(src.slice(0, 200)))?.[0] ?? null;
  if (name === "hyvor-talk-comments") return "Hyvor Talk";
  if (name === "vf-conversations") return "Viafoura";
  if (id === "" && classes === "") return null;
  const labels = [id, ...(classes.length > 500 ? [] : classes.split(/\s+/))];
  return SERVICES.find(([, place]) => labels.some((label) => place.test(label)))?.[0] ?? null;
}
