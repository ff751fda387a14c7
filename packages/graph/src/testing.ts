import { type Database, type Principal, type Role, roles } from '@nodp/database';
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  execute as graphqlExecute,
  isObjectType,
  parse,
} from 'graphql';
import {
  compiledExecution,
  type ExecutableSubgraph,
  type Execute,
  executorOf,
} from './subgraph.ts';

export { everyFieldOf, fieldsWithValue } from './testing/every-field.ts';

/** A principal of a role, for tests. */
export const principalOf = (role: Role, institutionId: string | null): Principal => ({
  accountId: `${role.toLowerCase()}@${institutionId ?? 'nation'}`,
  name: { en: role, zh: role },
  role,
  institutionId,
});

/** Execution by graphql-js, which graphql-jit has to agree with. */
export const interpretedExecution =
  (): Execute => async (schema, document, variables, name, context) =>
    graphqlExecute({
      schema,
      document,
      variableValues: variables,
      operationName: name ?? null,
      contextValue: context,
    });

/** For `describe.each`: every subgraph is tested under both. */
export const engines: readonly (readonly [string, () => Execute])[] = [
  ['graphql-jit', compiledExecution],
  ['graphql-js', interpretedExecution],
];

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers of any shape.
  readonly data: any;
  /** `extensions.code` of the errors. */
  readonly codes: readonly unknown[];
  readonly messages: readonly string[];
  /** Errors that were not meant for the reader. */
  readonly reported: readonly unknown[];
  /** SQL statements it cost. */
  readonly statements: number;
}

export type Ask = (
  principal: Principal | null,
  query: string,
  variables?: Readonly<Record<string, unknown>>,
) => Promise<Answer>;

/** Asks a subgraph as the gateway would, one question at a time. */
export const askerOf = (
  subgraph: ExecutableSubgraph,
  database: Database,
  execute?: Execute,
  resources: object = {},
): Ask => {
  let reported: unknown[] = [];
  const report = (error: unknown) => {
    reported.push(error);
  };
  const services = { database, identityKey: new Uint8Array(32), report, resources };
  const call = executorOf(subgraph, services, execute);
  return async (principal, query, variables) => {
    const before = database.statementsSent;
    reported = [];
    const document = parse(query);
    const { data, errors = [] } = await call({ document, variables, principal, requestId: 'test' });
    return {
      data: data === null || data === undefined ? null : JSON.parse(JSON.stringify(data)),
      codes: errors.map((error) => error.extensions?.code),
      messages: errors.map((error) => error.message),
      reported,
      statements: database.statementsSent - before,
    };
  };
};

/** What the schema cannot say itself: arguments and references that lead to rows. */
export interface Samples {
  /** `Query.specimen` → `(id: "…")`. */
  readonly arguments?: Readonly<Record<string, string>>;
  /** By type: what the gateway would send for `_entities`. */
  readonly references?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** One way to one field. */
export interface Probe {
  /** Fields on the way, the last being the one that is asked: `Query.specimen`, `Specimen.type`. */
  readonly steps: readonly string[];
  readonly through: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const own = (name: string): boolean => !name.startsWith('_');

const objectOf = (field: GraphQLField<unknown, unknown>): GraphQLObjectType | null => {
  const type = getNamedType(field.type);
  return isObjectType(type) ? type : null;
};

interface Way {
  readonly steps: readonly string[];
  /** Wraps a selection of the last step's type. */
  readonly wrap: (selection: string) => string;
}

type AnyField = GraphQLField<unknown, unknown>;
const carries = ({ astNode }: AnyField, directive: string): boolean =>
  astNode?.directives?.some(({ name }) => name.value.endsWith(directive)) === true;

/** A field of another subgraph: the gateway never asks it here. */
const isExternal = (field: AnyField): boolean => carries(field, 'external');

/** Every field that can be reached from a type, each by the shortest way. */
const waysFrom = (start: GraphQLObjectType, samples: Samples): Way[] => {
  const found: Way[] = [];
  const seen = new Set([start.name]);
  let open = [{ type: start, steps: [] as readonly string[], wrap: (s: string) => s }];
  while (open.length > 0) {
    const next: typeof open = [];
    for (const { type, steps, wrap } of open) {
      // What requires a field of another subgraph is asked by its entity's reference alone, which brings it.
      const asked = (field: AnyField) =>
        own(field.name) && !isExternal(field) && (type === start || !carries(field, 'requires'));
      for (const field of Object.values(type.getFields()).filter(asked)) {
        const step = `${type.name}.${field.name}`;
        const given = samples.arguments?.[step] ?? '';
        const object = objectOf(field);
        const select = (s: string) => wrap(`${field.name}${given}${object ? ` { ${s} }` : ''}`);
        found.push({ steps: [...steps, step], wrap: select });
        if (object !== null && !seen.has(object.name)) {
          seen.add(object.name);
          next.push({ type: object, steps: [...steps, step], wrap: select });
        }
      }
    }
    open = next;
  }
  return found;
};

const entities = '_entities(representations: $representations)';

/** Every field of a subgraph by every path: the root fields one by one, and `_entities` for each entity. */
export const probesOf = ({ schema }: ExecutableSubgraph, samples: Samples): Probe[] => {
  const roots = [schema.getQueryType(), schema.getMutationType()].filter((type) => type != null);
  const byRoot = roots.flatMap((root) =>
    waysFrom(root, samples).map(({ steps, wrap }) => ({
      steps,
      through: steps[0] as string,
      query: `${root === schema.getMutationType() ? 'mutation' : 'query'} { ${wrap('__typename')} }`,
      variables: {},
    })),
  );
  const byEntity = Object.entries(samples.references ?? {}).flatMap(([name, reference]) =>
    waysFrom(schema.getType(name) as GraphQLObjectType, samples).map(({ steps, wrap }) => ({
      steps,
      through: `_entities of ${name}`,
      query: `query ($representations: [_Any!]!) { ${entities} { ... on ${name} { ${wrap('__typename')} } } }`,
      variables: { representations: [{ __typename: name, ...reference }] },
    })),
  );
  return [...byRoot, ...byEntity];
};

/** Fields of the schema that no probe asks for: a table that leaves one out proves nothing about it. */
export const unprobed = (schema: GraphQLSchema, probes: readonly Probe[]): string[] => {
  const asked = new Set(probes.map(({ steps }) => steps.at(-1)));
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter((type) => own(type.name))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => own(field.name) && !isExternal(field))
        .map(({ name }) => `${type.name}.${name}`),
    )
    .filter((field) => !asked.has(field));
};

/** Who may read what, as a person wrote it down: by `Type.field`, else by `Type`. */
export type OpenTo = Readonly<Record<string, readonly Role[]>>;

const openTo = (table: OpenTo, step: string): readonly Role[] => {
  const roles = table[step] ?? table[step.split('.')[0] as string];
  if (roles === undefined) throw new Error(`The table does not say who may read ${step}.`);
  return roles;
};

/**
 * Asks every probe as every role and as nobody, and says where the answer is not the table's: a field
 * read that is closed, a field refused that is open, a refusal that came only after the database was
 * asked or with part of an answer.
 */
export const deviations = async (
  ask: Ask,
  probes: readonly Probe[],
  table: OpenTo,
  institutionId: string,
): Promise<string[]> => {
  const found: string[] = [];
  const principals = [null, ...roles.map((role) => principalOf(role, institutionId))];
  for (const { steps, through, query, variables } of probes) {
    for (const principal of principals) {
      const who = principal?.role ?? 'nobody';
      const where = `${steps.at(-1)} through ${through}`;
      const open =
        principal !== null && steps.every((s) => openTo(table, s).includes(principal.role));
      const answer = await ask(principal, query, variables);
      const refusal = principal === null ? 'UNAUTHENTICATED' : 'FORBIDDEN';
      const refused = answer.codes.length === 1 && answer.codes[0] === refusal;
      if (open && answer.codes.length > 0) {
        found.push(
          `${who} was refused ${where}: ${[...answer.messages, ...answer.reported].join('; ')}`,
        );
      }
      if (open) continue;
      if (!refused) found.push(`${who} was let in to ${where}`);
      if (answer.data !== null) found.push(`${who} got part of an answer from ${where}`);
      if (answer.statements > 0) found.push(`${who} reached the database by ${where}`);
    }
  }
  return found;
};

/** How often a text planted in the rows is seen by a principal who tries every path. */
export const occurrences = async (
  ask: Ask,
  principal: Principal,
  probes: readonly Probe[],
  planted: string,
): Promise<number> => {
  let seen = 0;
  for (const { query, variables } of probes) {
    const { data } = await ask(principal, query, variables);
    seen += JSON.stringify(data).split(planted).length - 1;
  }
  return seen;
};
export { rolesOfKinds } from './testing/kinds-roles.ts';
