/** Which documents of the graph a page may ask, read from its sources, with the scopes that guard each. */
import ts from 'typescript';
import {
  constantsOf,
  type Given,
  givenBy,
  type Place,
  scopesAfter,
  scopesWhere,
} from './guards.ts';
import { fileOf, moduleOf, textOf } from './modules.ts';

/** A document that a page asks, and the scopes that `scopes.includes(…)` has found before it is asked. */
export interface Asked {
  /** `AccessReviews`. */
  readonly document: string;
  readonly guards: readonly string[];
}

type Guards = ReadonlySet<string>;

const NONE: Given = new Map();

const GENERATED = /\/graph\/generated\/graphql\.ts$/;

/** Whether an identifier names a member or is declared, and stands for no value of the file. */
const isMember = (node: ts.Identifier): boolean => {
  const { parent } = node;
  return (
    ((ts.isFunctionDeclaration(parent) || ts.isVariableDeclaration(parent)) &&
      parent.name === node) ||
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

  const enter = (from: string, own: string | null, guards: Guards, given: Given): void => {
    if (own === null) {
      for (const leaves of moduleOf(from).exported.keys()) enter(from, leaves, guards, given);
      return;
    }
    const leaves = moduleOf(from).exported.get(own);
    if (leaves === undefined) throw new Error(`${from} does not export ${own}`);
    if (typeof leaves === 'string') enterOwn(from, leaves, guards, given);
    else enter(leaves.file, leaves.name, guards, given);
  };

  /** A name as a file knows it. */
  const enterOwn = (from: string, own: string, guards: Guards, given: Given): void => {
    const { declared, imports } = moduleOf(from);
    const node = declared.get(own);
    const step = JSON.stringify([from, own, [...guards].sort(), [...given]]);
    if (node !== undefined && !seen.has(step)) {
      seen.add(step);
      walk(node, { file: from, constants: constantsOf(node), given }, guards);
    }
    const found = imports.get(own);
    if (node !== undefined || found === undefined) return;
    if (!GENERATED.test(found.file)) enter(found.file, found.name, guards, given);
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
      if (!isMember(node)) enterOwn(place.file, node.text, guards, NONE);
      return;
    }
    if (ts.isJsxSelfClosingElement(node) || ts.isJsxOpeningElement(node)) {
      const { tagName, attributes } = node;
      if (ts.isIdentifier(tagName))
        enterOwn(place.file, tagName.text, guards, givenBy(attributes, place));
      walk(attributes, place, guards);
      return;
    }
    if (ts.isJsxClosingElement(node)) return;
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
      // What is fetched later is given what the name was given that stands for it.
      if (fetched) enter(fetched, null, guards, place.given);
      return;
    }
    ts.forEachChild(node, (part) => walk(part, place, guards));
  };

  enter(file, name, new Set(), NONE);
  return [...asked.values()];
};
