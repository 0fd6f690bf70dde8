import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BundledPackage } from "./packages.ts";

const TEXT = /^(licen[cs]e|copying)([-_.][a-z.-]+)?$/i;
const RULE = "-".repeat(78);

/** Returns the licences of everything that the bundles carry within them, each text in full. */
export function thirdPartyNotices(packages: readonly BundledPackage[]): string {
  const apache = packages.find(({ folder, licence }) => licence === "Apache-2.0" && textOf(folder) !== null);
  const head = "Yoron's bundles carry code of these packages, each under its own licence.\n";
  const notices = packages.map(({ name, version, licence, holder, folder }) => {
    const text = textOf(folder) ?? textByName(name, licence, holder, apache);
    const notice = existsSync(join(folder, "NOTICE")) ? `\n${readFileSync(join(folder, "NOTICE"), "utf8")}` : "";
    return `${name} ${version} (${licence ?? "see below"})\n\n${text.trim()}\n${notice}`;
  });
  return [head, ...notices].join(`\n${RULE}\n\n`);
}

function textOf(folder: string): string | null {
  const file = readdirSync(folder).find((entry) => TEXT.test(entry));
  return file === undefined ? null : readFileSync(join(folder, file), "utf8");
}

/** For packages that name a licence and ship no text of it. Throws for a licence of which no text is at hand. */
function textByName(name: string, licence: string | null, holder: string, apache: BundledPackage | undefined): string {
  const copyright = `Copyright (c) ${holder}\n(${name} names its licence and ships no text of it; this is the licence's own.)`;
  if (licence === "MIT") return `${copyright}\n\n${MIT}`;
  if (licence === "Apache-2.0" && apache !== undefined)
    return `${copyright}\n\nLicensed under the Apache License, Version 2.0, whose text stands in full under ${apache.name} in this file.`;
  throw new Error(`${name}: no text of the licence ${licence} is at hand; add one to scripts/bundle/third-party.ts`);
}

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
