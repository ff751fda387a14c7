import { fileURLToPath } from 'node:url';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type Database,
  type Migrations,
  originOf,
  type Principal,
  type RequestOrigin,
} from '@nodp/database';
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  execute as interpret,
  parse,
  print,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { accessCheck } from './access.ts';
import { auditChange, type MeantPatients } from './audit-change.ts';
import { cipherOf } from './cipher.ts';
import { makeContext, type SubgraphContext } from './context.ts';
import { badInput, forbidden } from './errors.ts';
import { maskErrors, type Report } from './mask.ts';
import { takesRecursiveInput } from './recursive-input.ts';
import { DateTime, PartialDate } from './scalars.ts';
import { readSubgraphSdl } from './subgraph-sdl.ts';

/** What answers the operations of a subgraph. */
export interface ExecutableSubgraph {
  /** Also the name of its PostgreSQL schema, and its name in `supergraph.yaml`. */
  readonly name: string;
  readonly sdl: string;
  readonly schema: GraphQLSchema;
  /** Whom ids mean that a mutation is given; null where all that do name their patients. */
  readonly meantPatients: MeantPatients | null;
}

/** A subgraph as it is registered: its promise, what keeps the promise, and what it rests on. */
export interface Subgraph<Need extends string = string> extends ExecutableSubgraph {
  readonly migrations: Migrations;
  /** Resources of the process that its resolvers find in `context.resources`. */
  readonly needs: readonly Need[];
  /** Whether it opens or searches what names a person, and so is given the identity key. */
  readonly identifies: boolean;
  /** What it works out before anybody asks, again and again; null where there is nothing. */
  readonly beforehand: Beforehand<Need> | null;
}

/** Work that a subgraph does of itself; one turn that finds all done does nothing. */
export type Beforehand<Need extends string = string> = (
  services: Pick<SubgraphServices, 'database'> & {
    readonly resources: Readonly<Record<Need, never>>;
  },
) => Promise<void>;

export interface SubgraphDefinition<Need extends string> {
  readonly name: string;
  /** The folder that holds its `schema.graphql`, `src/` and `migrations/`. */
  readonly folder: URL;
  /** Typed by the code generated from the schema. */
  readonly resolvers: object;
  readonly needs?: readonly Need[];
  readonly identifies?: boolean;
  readonly beforehand?: Beforehand<Need>;
  readonly meantPatients?: MeantPatients;
}

const scalars = { PartialDate, DateTime };

/** @param sdl the whole schema, the shared types included */
export const executableSubgraph = (
  name: string,
  sdl: string,
  resolvers: object,
  meantPatients: MeantPatients | null = null,
): ExecutableSubgraph => {
  const used = Object.entries(scalars).filter(([scalar]) => sdl.includes(`scalar ${scalar}\n`));
  const all = { ...resolvers, ...Object.fromEntries(used) } as Record<string, never>;
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: all }]);
  return { name, sdl, schema, meantPatients };
};

/** Registers a subgraph: all that the platform has to know of it. */
export const defineSubgraph = <const Need extends string = never>({
  name,
  folder,
  resolvers,
  needs = [],
  identifies = false,
  beforehand,
  meantPatients,
}: SubgraphDefinition<Need>): Subgraph<Need> => ({
  ...executableSubgraph(name, readSubgraphSdl(fileURLToPath(folder)), resolvers, meantPatients),
  migrations: { schema: name, folder: fileURLToPath(new URL('migrations', folder)) },
  needs,
  identifies,
  beforehand: beforehand ?? null,
});

/** One operation for one subgraph, as the gateway plans it. */
export interface SubgraphRequest extends RequestOrigin {
  readonly document: DocumentNode;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
  readonly principal: Principal | null;
}

export interface SubgraphServices {
  readonly database: Database;
  /** 32 bytes: the key of direct identifiers; null where no subgraph served identifies anybody. */
  readonly identityKey: Uint8Array | null;
  /** Where errors go that are not meant for the reader; standard error by default. */
  readonly report?: Report;
  /** What the subgraph `needs`, by name. */
  readonly resources?: object;
}

export type Execute = (
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  operationName: string | undefined,
  context: SubgraphContext,
) => Promise<ExecutionResult>;

/** A variable that is refused is the caller's mistake, whether or not its scalar says so by a code. */
const asInput = (error: GraphQLError): GraphQLError =>
  error.extensions.code === undefined ? badInput(error.message) : error;

/** graphql-jit refuses a variable without saying why; graphql-js passes on what the scalar says. */
const explained = (
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  operationName: string | undefined,
  refused: ExecutionResult,
): ExecutionResult => {
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  const { errors } = getVariableValues(schema, definitions, variables);
  return errors === undefined ? refused : { errors: errors.map(asInput) };
};

/** By graphql-js: what graphql-jit cannot compile. */
const interpreted: Execute = async (
  schema,
  document,
  variableValues,
  operationName,
  contextValue,
) => interpret({ schema, document, variableValues, operationName, contextValue });

/** Compiled by graphql-jit, each operation of a document once. */
export const compiledExecution = (): Execute => {
  const byDocument = new WeakMap<DocumentNode, Map<string | undefined, CompiledQuery>>();
  const uncompiled = new WeakSet<DocumentNode>();
  return async (schema, document, variables, operationName, context) => {
    if (uncompiled.has(document))
      return interpreted(schema, document, variables, operationName, context);
    const operations = byDocument.get(document) ?? new Map<string | undefined, CompiledQuery>();
    byDocument.set(document, operations);
    let compiled = operations.get(operationName);
    if (compiled === undefined) {
      if (takesRecursiveInput(schema, document)) {
        uncompiled.add(document);
        return interpreted(schema, document, variables, operationName, context);
      }
      const made = compileQuery(schema, document, operationName);
      if (!isCompiledQuery(made)) return made;
      compiled = made;
      operations.set(operationName, compiled);
    }
    return compiled.query({}, context, variables as Record<string, unknown>);
  };
};

const remembered = 1_000;

/** The gateway hands over a new document object for the same text: known texts keep their first. */
const oneDocumentForOneText = () => {
  const byText = new LRUCache<string, DocumentNode>({ max: remembered });
  const texts = new WeakMap<DocumentNode, DocumentNode>();
  return (document: DocumentNode): DocumentNode => {
    const known = texts.get(document);
    if (known !== undefined) return known;
    const text = print(document);
    let first = byText.get(text);
    if (first === undefined) {
      byText.set(text, document);
      first = document;
    }
    texts.set(document, first);
    return first;
  };
};

export const toStandardError: Report = (error, requestId) => console.error(requestId, error);

export type SubgraphExecutor = (request: SubgraphRequest) => Promise<ExecutionResult>;

/**
 * A subgraph called in this process: the access check, one session, one compiled execution.
 * @param execute how documents are executed; graphql-jit by default
 */
export const executorOf = (
  subgraph: ExecutableSubgraph,
  services: SubgraphServices,
  execute: Execute = compiledExecution(),
): SubgraphExecutor => {
  const enter = accessCheck(subgraph.schema);
  const same = oneDocumentForOneText();
  const cipher = cipherOf(services.identityKey);
  const report = services.report ?? toStandardError;
  return async (request) => {
    const document = same(request.document);
    try {
      enter(document, request.principal);
    } catch (error) {
      if (error instanceof GraphQLError) return { data: null, errors: [error] };
      throw error;
    }
    // The access check refuses a request without a principal, but for a document without fields.
    if (request.principal === null) return { data: null, errors: [forbidden('Sign in first.')] };
    const session = services.database.open(request.principal, originOf(request));
    try {
      try {
        const { operationName, variables = {} } = request;
        await auditChange(session, document, operationName, variables, subgraph.meantPatients);
      } catch (error) {
        if (error instanceof GraphQLError) return { data: null, errors: [error] };
        throw error;
      }
      const context = makeContext({
        session,
        cipher,
        resources: services.resources ?? {},
      });
      const result = await execute(
        subgraph.schema,
        document,
        request.variables ?? {},
        request.operationName,
        context,
      );
      const told =
        'data' in result
          ? result
          : explained(
              subgraph.schema,
              document,
              request.variables ?? {},
              request.operationName,
              result,
            );
      return maskErrors(told, request.requestId, report);
    } finally {
      // The caller does not wait until the connection is clean for the next session.
      session.close().catch((error: Error) => report(error, request.requestId));
    }
  };
};
