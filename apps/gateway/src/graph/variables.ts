import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { badInput } from '@nodp/graph';
import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
} from 'graphql';
import type { GatewayContext } from './transport.ts';

/** What is wrong with the variables of one operation that its caller is told at once. */
const MOST_TOLD = 10;

interface ExecutePayload {
  readonly args: {
    readonly schema: GraphQLSchema;
    readonly document: DocumentNode;
    readonly operationName?: string | null;
    readonly variableValues?: Readonly<Record<string, unknown>> | null;
  };
  readonly setResultAndStopExecution: (result: ExecutionResult) => void;
}

/**
 * Variables that are not what the operation declares are the caller's mistake: the planner throws them as errors without a
 * code, which a caller would be told as faults of the platform.
 */
export const checkedVariables = (): GatewayPlugin<GatewayContext> =>
  ({
    onExecute: ({ args, setResultAndStopExecution }: ExecutePayload) => {
      const { schema, document, operationName, variableValues } = args;
      const declared = getOperationAST(document, operationName)?.variableDefinitions ?? [];
      if (declared.length === 0) return;
      const { errors } = getVariableValues(schema, declared, variableValues ?? {}, {
        maxErrors: MOST_TOLD,
      });
      if (errors !== undefined)
        setResultAndStopExecution({ errors: errors.map(({ message }) => badInput(message)) });
    },
  }) as never;
