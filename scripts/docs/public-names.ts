import { resolve } from "node:path";
import ts from "typescript";

/** A public name with what its docstring says. */
export interface PublicName {
  readonly name: string;
  readonly kind: "function" | "class" | "interface" | "type" | "value";
  /** Declaration without its body. */
  readonly signature: string;
  readonly text: string;
  readonly examples: readonly string[];
  readonly line: number;
  readonly file: string;
  /** What a class offers beside its constructor. */
  readonly members: readonly PublicMember[];
}

/** A public method or property of a class. */
export interface PublicMember {
  /** With the class's name for a static one: `Table.from`; with a lower-case one for those of a value: `table.column`. */
  readonly name: string;
  readonly signature: string;
  readonly text: string;
  readonly examples: readonly string[];
}

const root = resolve(import.meta.dirname, "../..");

/** The package's entry points and the modules behind them. */
export const entries: Readonly<Record<string, string>> = {
  yoron: "src/index.ts",
  "yoron/danfo": "src/tables/export/danfo.ts",
  "yoron/duckdb": "src/tables/export/duckdb.ts",
};

/** Reads the public names of an entry point from the sources, in the order in which it exports them. */
export function publicNames(entry: string): PublicName[] {
  const file = resolve(root, entries[entry]!);
  const config = ts.readConfigFile(resolve(root, "tsconfig.json"), ts.sys.readFile).config;
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const program = ts.createProgram([file], options);
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(file)!)!;
  return checker.getExportsOfModule(module).flatMap((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const declaration = symbol.declarations?.[0];
    if (declaration === undefined) throw new Error(`no declaration of ${exported.name}`);
    const examples = examplesOf(symbol, checker);
    const source = declaration.getSourceFile();
    // What passes through `export type *` is no value outside.
    if (kindOf(symbol, declaration) === "value" && exported.declarations?.some(ts.isVariableDeclaration)) {
      if (!program.getSourceFile(file)!.text.includes(exported.name)) return [];
    }
    return {
      name: exported.name,
      kind: kindOf(symbol, declaration),
      signature: signatureOf(declaration),
      text: ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim(),
      examples,
      line: source.getLineAndCharacterOfPosition(declaration.getStart()).line + 1,
      file: source.fileName.slice(root.length + 1),
      members: ts.isClassDeclaration(declaration) ? membersOf(declaration, checker) : [],
    };
  });
}

function examplesOf(symbol: ts.Symbol, checker: ts.TypeChecker): string[] {
  return symbol
    .getJsDocTags(checker)
    .filter(({ name }) => name === "example")
    .map(({ text }) => ts.displayPartsToString(text).trim());
}

/** The public methods and getters of a class that are called by their name. */
function membersOf(declaration: ts.ClassDeclaration, checker: ts.TypeChecker): PublicMember[] {
  const own = declaration.name?.text ?? "";
  const value = own.charAt(0).toLowerCase() + own.slice(1);
  return declaration.members.flatMap((member) => {
    const named = member.name !== undefined && ts.isIdentifier(member.name) ? member.name : undefined;
    const hidden = ts.getCombinedModifierFlags(member) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected);
    if (named === undefined || hidden !== 0) return [];
    if (!ts.isMethodDeclaration(member) && !ts.isGetAccessorDeclaration(member)) return [];
    const symbol = checker.getSymbolAtLocation(named);
    const ofClass = (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Static) !== 0;
    const whole = member.getText();
    const end = member.body === undefined ? whole.length : member.body.getStart() - member.getStart();
    return [
      {
        name: `${ofClass ? own : value}.${named.text}`,
        signature: whole.slice(0, end).trim().replace(/^ {2}/gm, ""),
        text: ts.displayPartsToString(symbol?.getDocumentationComment(checker) ?? []).trim(),
        examples: symbol === undefined ? [] : examplesOf(symbol, checker),
      },
    ];
  });
}

function kindOf(symbol: ts.Symbol, declaration: ts.Declaration): PublicName["kind"] {
  if (ts.isFunctionDeclaration(declaration)) return "function";
  if (ts.isClassDeclaration(declaration)) return "class";
  if (ts.isInterfaceDeclaration(declaration)) return "interface";
  if (ts.isTypeAliasDeclaration(declaration)) return "type";
  return symbol.flags & ts.SymbolFlags.Value ? "value" : "type";
}

function signatureOf(declaration: ts.Declaration): string {
  const whole = declaration.getText();
  const body = ts.isFunctionDeclaration(declaration) ? declaration.body : undefined;
  const text = body === undefined ? whole : whole.slice(0, body.getStart() - declaration.getStart());
  if (ts.isClassDeclaration(declaration)) return `class ${declaration.name?.text ?? ""}`;
  if (ts.isVariableDeclaration(declaration)) {
    const type = declaration.type === undefined ? "" : `: ${declaration.type.getText()}`;
    return `const ${declaration.name.getText()}${type}`;
  }
  return text.replace(/^export /, "").trim();
}
