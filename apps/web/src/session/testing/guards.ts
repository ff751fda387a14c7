/** Which scopes an account surely has where a condition of a component holds. */
import ts from 'typescript';
import { resolve, textOf } from './modules.ts';

/** The scope of `me.scopes.includes('audit:review')`. */
const scopeAsked = (node: ts.Node): string | null => {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null;
  const { name, expression } = node.expression;
  const isScopes = ts.isPropertyAccessExpression(expression) && expression.name.text === 'scopes';
  const [argument] = node.arguments;
  return name.text === 'includes' && isScopes && argument ? textOf(argument) : null;
};

export type Given = ReadonlyMap<string, readonly string[]>;

/** A place of the walk: its file, and what its constants say of scopes. */
export interface Place {
  readonly file: string;
  readonly constants: ReadonlyMap<string, ts.Expression>;
  /** Scopes that a property of the component stands for, as its parent gave it: `<Table reviews={reviews} />`. */
  readonly given: Given;
}

export const constantsOf = (node: ts.Node): Map<string, ts.Expression> => {
  const found = new Map<string, ts.Expression>();
  const check = (part: ts.Node): void => {
    if (ts.isVariableDeclaration(part) && ts.isIdentifier(part.name) && part.initializer)
      found.set(part.name.text, part.initializer);
    ts.forEachChild(part, check);
  };
  check(node);
  return found;
};

/** The scopes that an account surely has where a condition holds. */
export const scopesWhere = (condition: ts.Node, place: Place): string[] => {
  const asked = scopeAsked(condition);
  if (asked !== null) return [asked];
  if (ts.isParenthesizedExpression(condition)) return scopesWhere(condition.expression, place);
  if (ts.isBinaryExpression(condition)) {
    const { left, right, operatorToken } = condition;
    if (operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
      return [...scopesWhere(left, place), ...scopesWhere(right, place)];
    if (operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken)
      return right.kind === ts.SyntaxKind.TrueKeyword ? scopesWhere(left, place) : [];
    const orFalse = right.kind === ts.SyntaxKind.FalseKeyword;
    return operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken && orFalse
      ? scopesWhere(left, place)
      : [];
  }
  if (ts.isIdentifier(condition)) {
    const constant = place.constants.get(condition.text);
    if (constant === undefined) return [...(place.given.get(condition.text) ?? [])];
    const others = new Map(place.constants);
    others.delete(condition.text);
    return scopesWhere(constant, { ...place, constants: others });
  }
  // A hook of our own that answers whether the account may: `useReviews()`.
  if (ts.isCallExpression(condition) && ts.isIdentifier(condition.expression)) {
    const found = resolve(place.file, condition.expression.text);
    return found === null ? [] : scopesAnswered(found.node, found.file);
  }
  return [];
};

/** Functions whose answers are being looked at. */
const answering = new Set<ts.Node>();

/** The scopes that an account surely has where a function answers true. */
const scopesAnswered = (node: ts.Node, file: string): string[] => {
  // One that asks itself again answers nothing by that.
  if (answering.has(node)) return [];
  answering.add(node);
  const place = { file, constants: constantsOf(node), given: new Map() };
  const answers: ts.Expression[] = [];
  const check = (part: ts.Node): void => {
    if (ts.isReturnStatement(part) && part.expression) answers.push(part.expression);
    if (ts.isArrowFunction(part) && !ts.isBlock(part.body)) answers.push(part.body);
    else ts.forEachChild(part, check);
  };
  check(node);
  const [first = [], ...rest] = answers.map((answer) => scopesWhere(answer, place));
  answering.delete(node);
  return first.filter((scope) => rest.every((scopes) => scopes.includes(scope)));
};

/** The scopes that an account surely has after a statement that leaves where it has them not. */
export const scopesAfter = (statement: ts.Statement, place: Place): string[] => {
  if (!ts.isIfStatement(statement) || statement.elseStatement) return [];
  const { expression, thenStatement } = statement;
  const last = ts.isBlock(thenStatement) ? thenStatement.statements.at(-1) : thenStatement;
  const leaves = last !== undefined && (ts.isReturnStatement(last) || ts.isThrowStatement(last));
  const isNegated =
    ts.isPrefixUnaryExpression(expression) &&
    expression.operator === ts.SyntaxKind.ExclamationToken;
  return leaves && isNegated ? scopesWhere(expression.operand, place) : [];
};

/** The scopes that properties of a component stand for. */
export const givenBy = (attributes: ts.JsxAttributes, place: Place): Given =>
  new Map(
    attributes.properties.flatMap((attribute): [string, string[]][] => {
      if (!ts.isJsxAttribute(attribute) || !ts.isIdentifier(attribute.name)) return [];
      const { initializer } = attribute;
      if (!initializer || !ts.isJsxExpression(initializer) || !initializer.expression) return [];
      const scopes = scopesWhere(initializer.expression, place);
      return scopes.length > 0 ? [[attribute.name.text, scopes]] : [];
    }),
  );
