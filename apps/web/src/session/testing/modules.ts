/** What the files of the web app import, declare and export, as their text says. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

interface Import {
  readonly file: string;
  /** Null for all that the file exports. */
  readonly name: string | null;
}

interface Module {
  readonly imports: ReadonlyMap<string, Import>;
  /** What stands at the top of the file, by its name. */
  readonly declared: ReadonlyMap<string, ts.Node>;
  /** By the name under which it leaves: the file's own name of it, or what another file exports. */
  readonly exported: ReadonlyMap<string, string | Import>;
}

/** The file of a relative address; null where it is a package or no source (words, styles). */
export const fileOf = (from: string, address: string): string | null => {
  const file = join(dirname(from), address);
  return address.startsWith('.') && /\.tsx?$/.test(file) && existsSync(file) ? file : null;
};

export const textOf = (node: ts.Node): string | null =>
  ts.isStringLiteralLike(node) ? node.text : null;

const importsOf = (statement: ts.ImportDeclaration, file: string): [string, Import][] => {
  const clause = statement.importClause;
  if (clause === undefined || clause.isTypeOnly) return [];
  const bindings = clause.namedBindings;
  if (bindings === undefined) return [];
  if (ts.isNamespaceImport(bindings)) return [[bindings.name.text, { file, name: null }]];
  return bindings.elements
    .filter(({ isTypeOnly }) => !isTypeOnly)
    .map(({ name, propertyName }) => [name.text, { file, name: (propertyName ?? name).text }]);
};

const namesOf = (name: ts.BindingName): string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((part) => (ts.isBindingElement(part) ? namesOf(part.name) : []));

const readModule = (file: string): Module => {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const imports = new Map<string, Import>();
  const declared = new Map<string, ts.Node>();
  const exported = new Map<string, string | Import>();
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) {
      const from = fileOf(file, textOf(statement.moduleSpecifier) ?? '');
      if (from !== null)
        for (const [name, found] of importsOf(statement, from)) imports.set(name, found);
      continue;
    }
    if (ts.isExportDeclaration(statement) && !statement.isTypeOnly) {
      const address = statement.moduleSpecifier && textOf(statement.moduleSpecifier);
      const from = address == null ? null : fileOf(file, address);
      if (address != null && from === null) continue;
      if (statement.exportClause === undefined)
        throw new Error(`${file}: export * hides what a page asks; name what is exported`);
      if (ts.isNamedExports(statement.exportClause))
        for (const { name, propertyName } of statement.exportClause.elements) {
          const own = (propertyName ?? name).text;
          exported.set(name.text, from === null ? own : { file: from, name: own });
        }
      continue;
    }
    const names = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.flatMap((one) =>
          namesOf(one.name).map((name) => [name, one] as const),
        )
      : (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name
        ? [[statement.name.text, statement] as const]
        : [];
    const leaves =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    for (const [name, node] of names) {
      declared.set(name, node);
      if (leaves) exported.set(name, name);
    }
  }
  return { imports, declared, exported };
};

const modules = new Map<string, Module>();
export const moduleOf = (file: string): Module => {
  const known = modules.get(file) ?? readModule(file);
  modules.set(file, known);
  return known;
};

/** The import or the declaration that a name of a file stands for. */
export const resolve = (file: string, name: string): { file: string; node: ts.Node } | null => {
  const module = moduleOf(file);
  const node = module.declared.get(name);
  if (node !== undefined) return { file, node };
  const from = module.imports.get(name);
  if (from === undefined || from.name === null) return null;
  const leaves = moduleOf(from.file).exported.get(from.name);
  if (leaves === undefined) return null;
  return typeof leaves === 'string'
    ? resolve(from.file, leaves)
    : resolve(leaves.file, leaves.name ?? '');
};
