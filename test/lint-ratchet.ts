import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** A function of the sources, with what is measured of it. */
export interface Measured {
  /** Its file and name: `text/tsv.ts parseTsv`. */
  readonly key: string;
  /** Cyclomatic complexity: one more than its branches (if, ?:, loops, case, catch, &&, ||, ??), without functions inside it. */
  readonly complexity: number;
  readonly parameters: number;
}

const BRANCHES = new Set([
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.ConditionalExpression,
  ts.SyntaxKind.ForStatement,
  ts.SyntaxKind.ForInStatement,
  ts.SyntaxKind.ForOfStatement,
  ts.SyntaxKind.WhileStatement,
  ts.SyntaxKind.DoStatement,
  ts.SyntaxKind.CaseClause,
  ts.SyntaxKind.CatchClause,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

/** Returns every function of the files of a folder that has a body. */
export function measureFolder(folder: string): Measured[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
    .sort()
    .flatMap((file) => measureText(file, readFileSync(join(folder, file), "utf8")));
}

/** Returns every function of a text that has a body. */
export function measureText(file: string, text: string): Measured[] {
  const found: Measured[] = [];
  const visit = (node: ts.Node, outer: string): void => {
    const isFunction = ts.isFunctionLike(node) && "body" in node && node.body !== undefined;
    const name = isFunction ? nameOf(node, outer) : ts.isClassLike(node) ? (node.name?.text ?? outer) : outer;
    if (isFunction)
      found.push({ key: `${file} ${name}`, complexity: 1 + branchesIn(node), parameters: node.parameters.length });
    ts.forEachChild(node, (child) => visit(child, name));
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), "");
  return found;
}

function branchesIn(node: ts.Node): number {
  let count = 0;
  ts.forEachChild(node, (child) => {
    if (BRANCHES.has(child.kind)) count++;
    if (!ts.isFunctionLike(child)) count += branchesIn(child);
  });
  return count;
}

function nameOf(node: ts.SignatureDeclaration, outer: string): string {
  const named = node.name ?? ("name" in node.parent ? (node.parent.name as ts.Node | undefined) : undefined);
  const own = ts.isConstructorDeclaration(node) ? "constructor" : (named?.getText() ?? "(function)");
  return outer === "" ? own : `${outer}.${own}`;
}
