import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { glob, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');

/** A statement of the product, and the file that has it. */
export interface Found {
  readonly file: string;
  readonly text: string;
}

const places = [
  'packages/*/src/**/*.ts',
  'subgraphs/*/src/**/*.ts',
  'apps/{gateway,cli}/src/**/*.ts',
];
const isProduct = (file: string): boolean =>
  !/\.test\.ts$|\.d\.ts$|\/testing(\/|\.ts$|-)|\/generated\/|older-|\/bench\//.test(file);

/** Files of the product that are no test's. */
export const productFiles = async (): Promise<string[]> => {
  const files: string[] = [];
  for await (const file of glob(places, { cwd: root })) if (isProduct(file)) files.push(file);
  return files.sort();
};

/** The file of the product in whose loading a statement was made. */
const maker = (): string => {
  const lines = (new Error().stack ?? '').split('\n');
  const files = lines.flatMap((line) => /(file:\/\/[^):]+)/.exec(line)?.[1] ?? []);
  const own = files.map((url) => relative(root, fileURLToPath(url)));
  const apart = ['packages/database/src/statement.ts', 'scripts/placement/product.ts'];
  return own.find((file) => !file.startsWith('node_modules') && !apart.includes(file)) ?? '?';
};

/** Statements that are made when the product is loaded, as the session sends them. */
export const statementsOfLoading = async (files: readonly string[]): Promise<Found[]> => {
  const found: Found[] = [];
  const hear = (text: unknown) => found.push({ file: maker(), text: String(text) });
  // Nothing else is loaded: a program would run, and a worker's file expects its thread.
  const makes = /\b(sqlStatement|statement)(<[^(]*>)?\(/;
  subscribe('nodp.statement', hear);
  try {
    for (const file of files)
      if (makes.test(await readFile(join(root, file), 'utf8'))) await import(join(root, file));
  } finally {
    unsubscribe('nodp.statement', hear);
  }
  return found;
};

const made = new Set(['statement', 'sqlStatement']);

/** What a file says beside what it makes when it is loaded. */
export interface Written {
  /** Templates for the owner's connections (jobs, start, commands), parameters as `$1`. */
  readonly templates: readonly string[];
  /** Places where a text is put together while the platform runs. */
  readonly composed: number;
}

const fromDrizzle = (source: ts.SourceFile): boolean =>
  source.statements.some(
    (one) =>
      ts.isImportDeclaration(one) &&
      (one.moduleSpecifier as ts.StringLiteral).text === 'drizzle-orm' &&
      /\bsql\b/.test(one.getText(source)),
  );

const begins = /^\s*(with|select|insert|update|delete|merge)\b/i;

/** A template's text; what is no value but a part of the text makes it one that is put together. */
const textOf = (template: ts.TemplateLiteral, source: ts.SourceFile): string | null => {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  let text = template.head.text;
  for (const [at, span] of template.templateSpans.entries()) {
    const inner = span.expression;
    if (ts.isCallExpression(inner)) {
      const parts = [inner.expression, ...inner.arguments].map((one) => one.getText(source));
      if (parts.some((one) => /^(sql|transaction|tx|owner|from)$/.test(one))) return null;
    }
    if (ts.isTaggedTemplateExpression(inner) || ts.isConditionalExpression(inner)) return null;
    text += `$${at + 1}${span.literal.text}`;
  }
  return text;
};

/** What stands in a file's text: the compiler's own tree, so that no comment or text is taken for one. */
export const written = async (file: string): Promise<Written> => {
  const source = ts.createSourceFile(
    file,
    await readFile(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const drizzle = fromDrizzle(source);
  const templates: string[] = [];
  let composed = 0;
  const see = (node: ts.Node, within: boolean): void => {
    const inside = within || ts.isFunctionLike(node);
    if (ts.isCallExpression(node)) {
      const callee = node.expression.getText(source);
      if (made.has(callee) && inside) composed++;
    }
    if (ts.isTaggedTemplateExpression(node) && !(drizzle && node.tag.getText(source) === 'sql')) {
      const text = textOf(node.template, source);
      if (text === null) {
        if (begins.test(node.template.getText(source).slice(1))) composed++;
      } else if (begins.test(text)) templates.push(text);
    } else if (ts.isCallExpression(node) && node.expression.getText(source).endsWith('.unsafe')) {
      const [text] = node.arguments;
      if (text !== undefined && ts.isNoSubstitutionTemplateLiteral(text)) templates.push(text.text);
      else if (text !== undefined && ts.isStringLiteral(text)) templates.push(text.text);
      else composed++;
    }
    ts.forEachChild(node, (child) => see(child, inside));
  };
  see(source, false);
  return { templates, composed };
};
