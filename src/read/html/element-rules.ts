/** What has no end tag. */
export const VOID: ReadonlySet<string> = new Set(
  "area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr".split(
    " ",
  ),
);
/** What ends an open paragraph. */
export const CLOSES_P: ReadonlySet<string> = new Set(
  "address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul li dd dt".split(
    " ",
  ),
);
/** What an opening tag closes where it stands directly inside it. */
export const IMPLIES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    tr: "tr th td",
    th: "th td",
    td: "th td",
    thead: "thead tbody tfoot",
    tbody: "thead tbody tfoot",
    tfoot: "thead tbody tfoot",
    option: "option",
    optgroup: "optgroup option",
    dd: "dd dt",
    dt: "dd dt",
    rt: "rt rp",
    rp: "rt rp",
  }).map(([name, closed]) => [name, new Set(closed.split(" "))]),
);

/** An item and the lists that shield it. */
export const LISTS: ReadonlySet<string> = new Set(["li", "ul", "ol", "menu"]);
/** Elements of another language, in which HTML's rules do not hold. */
export const FOREIGN: ReadonlySet<string> = new Set(["svg", "math"]);
/** Elements of these languages in which HTML begins again. */
export const HOLDS_HTML: readonly string[] = ["foreignobject", "desc", "title", "mi", "mo", "mn", "ms", "mtext"];
/** Elements that end an open `svg` or `math` (HTML, 13.2.6.5). */
export const BREAKS_OUT: ReadonlySet<string> = new Set(
  "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var".split(
    " ",
  ),
);
