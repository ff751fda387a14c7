/** Which documents of the graph a page may ask, read from its sources, with the scopes that guard each. */
import ts from 'typescript';
import { constantsOf, type Place, scopesAfter, scopesWhere } from './guards.ts';
import { fileOf, moduleOf, textOf } from './modules.ts';

/** A document that a page asks, and the scopes that `scopes.includes(…)` has found before it is asked. */
export interface Asked {
  /** `AccessReviews`. */
  readonly document: string;
  readonly guards: readonly string[];
}

type Guards = ReadonlySet<string>;

const GENERATED = /\/graph\/generated\/graphql\.ts$/;

/** Whether an identifier names a member or a label and stands for no value of the file. */
const isMember = (node: ts.Identifier): boolean => {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isJsxAttribute(parent) && parent.name === node) ||
    (ts.isBindingElement(parent) && parent.propertyName === node)
  );
};

/**
 * The documents that can be asked from what a file exports, through everything it names, statically or fetched later.
 * @param name null for all that the file exports
 */
export const documentsOf = (file: string, name: string | null): Asked[] => {
  const asked = new Map<string, Asked>();
  const seen = new Set<string>();

  const enter = (from: string, own: string | null, guards: Guards): void => {
    if (own === null) {
      for (const leaves of moduleOf(from).exported.keys()) enter(from, leaves, guards);
      return;
    }
    const leaves = moduleOf(from).exported.get(own);
    if (leaves === undefined) throw new Error(`${from} does not export ${own}`);
    if (typeof leaves === 'string') enterOwn(from, leaves, guards);
    else enter(leaves.file, leaves.name, guards);
  };

  /** A name as a file knows it. */
  const enterOwn = (from: string, own: string, guards: Guards): void => {
    const { declared, imports } = moduleOf(from);
    const node = declared.get(own);
    const step = `${from} ${own} ${[...guards].sort().join(' ')}`;
    if (node !== undefined && !seen.has(step)) {
      seen.add(step);
      walk(node, { file: from, constants: constantsOf(node) }, guards);
    }
    const found = imports.get(own);
    if (node !== undefined || found === undefined) return;
    if (!GENERATED.test(found.file)) enter(found.file, found.name, guards);
    else if (found.name?.endsWith('Document')) {
      const document = found.name.slice(0, -'Document'.length);
      const each = { document, guards: [...guards].sort() };
      asked.set(JSON.stringify(each), each);
    }
  };

  const walk = (node: ts.Node, place: Place, guards: Guards): void => {
    const and = (condition: ts.Node): Guards =>
      new Set([...guards, ...scopesWhere(condition, place)]);
    if (ts.isTypeNode(node)) return;
    if (ts.isIdentifier(node)) {
      if (!isMember(node)) enterOwn(place.file, node.text, guards);
      return;
    }
    if (ts.isConditionalExpression(node)) {
      walk(node.condition, place, guards);
      walk(node.whenTrue, place, and(node.condition));
      walk(node.whenFalse, place, guards);
      return;
    }
    if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
    ) {
      walk(node.left, place, guards);
      walk(node.right, place, and(node.left));
      return;
    }
    if (ts.isIfStatement(node)) {
      walk(node.expression, place, guards);
      walk(node.thenStatement, place, and(node.expression));
      if (node.elseStatement) walk(node.elseStatement, place, guards);
      return;
    }
    if (ts.isBlock(node)) {
      let have = guards;
      for (const statement of node.statements) {
        walk(statement, place, have);
        have = new Set([...have, ...scopesAfter(statement, place)]);
      }
      return;
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [address] = node.arguments;
      const fetched = address && fileOf(place.file, textOf(address) ?? '');
      if (fetched) enter(fetched, null, guards);
      return;
    }
    ts.forEachChild(node, (part) => walk(part, place, guards));
  };

  enter(file, name, new Set());
  return [...asked.values()];
};
