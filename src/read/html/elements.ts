/** Elements that begin a line of their own. */
export const BLOCK: ReadonlySet<string> = new Set(
  "address article aside body center dd details dialog dir div dl dt fieldset figcaption figure footer form header hgroup hr html legend li main menu nav ol optgroup option search section summary table tbody thead tfoot tr ul caption".split(
    " ",
  ),
);
/** Elements with a blank line about them. */
export const PARAGRAPH: ReadonlySet<string> = new Set("p h1 h2 h3 h4 h5 h6 blockquote pre listing xmp".split(" "));
/** Elements whose text is not shown. */
export const UNSEEN: ReadonlySet<string> = new Set([
  "script",
  "style",
  "noscript",
  "iframe",
  "textarea",
  "select",
  "head",
  "title",
  "svg",
]);
