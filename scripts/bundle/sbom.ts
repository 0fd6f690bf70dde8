import { readFileSync } from "node:fs";
import type { BundledPackage } from "./packages.ts";

interface Locked {
  readonly version?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly license?: string;
  readonly integrity?: string;
}

/** What is compiled into `dist/data` and `data/models`, beside what we wrote: docs in data/SOURCES.md. */
const DATA = [
  { name: "mecab-ipadic", version: "2.7.0-20070801", licence: "LicenseRef-IPADIC" },
  { name: "chiVe", version: "1.2", licence: "Apache-2.0" },
  { name: "UD_Japanese-GSD", version: "2", licence: "CC-BY-SA-4.0" },
  { name: "ner-wikipedia-dataset", version: "2", licence: "CC-BY-SA-3.0" },
  { name: "WikipediaAnnotatedCorpus", version: "1", licence: "CC-BY-SA-4.0" },
  { name: "chABSA-dataset", version: "1", licence: "CC-BY-4.0" },
] as const;

/**
 * Returns the bill of materials as CycloneDX 1.6 JSON: what is bundled, what npm installs beside it, and the data that
 * models and dictionary are made from. It holds no time and no serial number, so that the same tree gives the same bytes.
 */
export function sbomOf(bundled: readonly BundledPackage[], manifest: { name: string; version: string }): string {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Locked> };
  const installed = Object.entries(lock.packages).flatMap(
    ([path, { version, dev, devOptional, license, integrity }]) =>
      path === "" || dev === true || devOptional === true || version === undefined
        ? []
        : [{ name: path.slice(path.lastIndexOf("node_modules/") + 13), version, licence: license ?? null, integrity }],
  );
  const npm = (
    one: { name: string; version: string; licence: string | null; integrity?: string | undefined },
    how: string,
  ) => {
    const purl = `pkg:npm/${one.name.replace("@", "%40")}@${one.version}`;
    return {
      type: "library",
      "bom-ref": `${how}:${purl}`,
      name: one.name,
      version: one.version,
      purl,
      ...licences(one.licence),
      ...(one.integrity?.startsWith("sha512-")
        ? { hashes: [{ alg: "SHA-512", content: Buffer.from(one.integrity.slice(7), "base64").toString("hex") }] }
        : {}),
      properties: [{ name: "yoron:how", value: how }],
    };
  };
  const components = [
    ...bundled.map((one) => npm(one, "bundled")),
    ...installed.map((one) => npm(one, "installed")),
    ...DATA.map(({ name, version, licence }) => ({
      type: "data",
      "bom-ref": `data:${name}`,
      name,
      version,
      ...licences(licence),
      properties: [{ name: "yoron:how", value: "compiled" }],
    })),
  ].sort((a, b) => (a["bom-ref"] < b["bom-ref"] ? -1 : 1));
  const { name, version } = manifest;
  const component = { type: "library", "bom-ref": name, name, version, purl: `pkg:npm/${name}@${version}` };
  return `${JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.6", version: 1, metadata: { component }, components }, null, 1)}\n`;
}

function licences(licence: string | null): { licenses?: object[] } {
  if (licence === null) return {};
  if (licence.startsWith("LicenseRef-")) return { licenses: [{ license: { name: licence.slice(11) } }] };
  return { licenses: [/ (?:OR|AND) /.test(licence) ? { expression: licence } : { license: { id: licence } }] };
}
