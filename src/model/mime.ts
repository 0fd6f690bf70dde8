/** What a thing says of itself to a notebook: MIME type to content. */
export type MimeBundle = Readonly<Record<string, string | Readonly<Record<string, unknown>>>>;

/** Deno's kernel (and others that follow it) call this method to show a value. */
export const JUPYTER_DISPLAY: unique symbol = Symbol.for("Jupyter.display") as never;

/** Node's `console.log` calls this method to show a value. */
export const NODE_INSPECT: unique symbol = Symbol.for("nodejs.util.inspect.custom") as never;
