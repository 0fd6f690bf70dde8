import type { MimeBundle } from "../model/mime.ts";

/** A function that sends a bundle to the notebook's page. */
export type Send = (bundle: MimeBundle) => Promise<void>;

/** What the kernels put into the global scope, as far as it is used here. */
interface KernelGlobals {
  readonly Deno?: {
    readonly jupyter?: { broadcast(type: string, content: object): Promise<void> };
  };
  readonly __tslab__?: { readonly require: TslabRequire };
}

interface TslabRequire {
  (id: "tslab"): { readonly display: TslabDisplay };
  readonly cache?: Readonly<Record<string, { readonly exports: TslabWriter } | undefined>>;
}

interface TslabDisplay {
  raw(type: string, content: unknown): void;
}

/** tslab's own way to send; its public one takes a single MIME type at a time. */
interface TslabWriter {
  readonly lastWriteDisplayData?: (content: object, update?: boolean) => void;
}

/** Returns the kernel that this code runs in: Deno's, tslab, or none. */
export function findKernel(globals: object = globalThis): Send | null {
  const { Deno, __tslab__: tslab } = globals as KernelGlobals;
  const jupyter = jupyterOf(Deno);
  if (jupyter !== undefined)
    return (bundle) => jupyter.broadcast("display_data", { data: bundle, metadata: {}, transient: {} });
  if (tslab !== undefined) return async (bundle) => sendToTslab(tslab.require, bundle);
  return null;
}

/** Outside its kernel Deno may throw where `jupyter` is asked for. */
function jupyterOf(deno: KernelGlobals["Deno"]) {
  try {
    return deno?.jupyter;
  } catch {
    return undefined;
  }
}

/** Best first, for a display that takes one type alone. */
const RANKING = ["image/png", "text/html", "text/plain"];

function sendToTslab(require: TslabRequire, bundle: MimeBundle): void {
  const writer = Object.entries(require.cache ?? {}).find(([path]) =>
    /tslab[\\/]dist[\\/]jupyter\.js$/.test(path),
  )?.[1];
  const write = writer?.exports.lastWriteDisplayData;
  if (write !== undefined) {
    write({ data: bundle, metadata: {}, transient: {} });
    return;
  }
  const type = RANKING.find((name) => bundle[name] !== undefined) ?? Object.keys(bundle)[0];
  if (type === undefined) return;
  const content = bundle[type];
  const isPicture = type.startsWith("image/") && typeof content === "string";
  require("tslab").display.raw(type, isPicture ? Buffer.from(content, "base64") : content);
}
