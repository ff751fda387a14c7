import type { ExecutionRequest, ExecutionResult } from '@graphql-tools/utils';
import { originOf, type Principal, type RequestOrigin } from '@nodp/database';
import {
  asToldHere,
  executorOf,
  operationDigest,
  type Report,
  type SubgraphServices,
  signGatewayToken,
  unavailable,
} from '@nodp/graph';
import { print } from 'graphql';
import { subgraphNamed } from '../registry.ts';
import type { OpenResources } from '../resources.ts';

/** What the gateway knows of a request, handed to every subgraph it calls. */
export interface GatewayContext extends RequestOrigin {
  readonly principal: Principal | null;
  /** Hears what each call of a subgraph costs, before it is made. */
  readonly charge?: (cost: number) => void;
}

const nowhere: RequestOrigin = { requestId: '' };

type SubgraphCall = (
  request: ExecutionRequest<Record<string, unknown>, GatewayContext>,
) => Promise<ExecutionResult>;

/** A way to reach a subgraph by its name. */
export type Transport = (name: string, url: string) => SubgraphCall;

/** In this process: no network hop, no text. @param resources what subgraphs need; none by default */
export const inProcess =
  (
    services: SubgraphServices,
    resources: Pick<OpenResources, 'of'> = { of: () => ({}) },
  ): Transport =>
  (name) => {
    const subgraph = subgraphNamed(name);
    const execute = executorOf(subgraph, { ...services, resources: resources.of(subgraph.needs) });
    return ({ document, variables, operationName, context }) =>
      execute({
        document,
        variables,
        operationName,
        principal: context?.principal ?? null,
        ...originOf(context ?? nowhere),
      }) as Promise<ExecutionResult>;
  };

const upstreamTimeout = 30_000;

/** Said of every request that came while a subgraph's process did not answer. */
const NO_SUBGRAPH =
  'A part of the platform does not answer at the moment; try again in a moment. / 平台的一部分暂时无法应答，请稍后再试。';

/**
 * By HTTP to the routing URL: each call carries a token that binds who asks to what is asked.
 * @param report hears why a subgraph did not answer
 */
export const overHttp =
  (gatewaySecret: string, report: Report): Transport =>
  (name, url) =>
  async ({ document, variables, operationName, context, signal }) => {
    const query = print(document);
    const token = await signGatewayToken(
      gatewaySecret,
      name,
      { principal: context?.principal ?? null, ...originOf(context ?? nowhere) },
      operationDigest(query, variables),
    );
    const timeout = AbortSignal.timeout(upstreamTimeout);
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-nodp-gateway': token },
        body: JSON.stringify({ query, variables: variables ?? {}, operationName }),
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      return asToldHere((await response.json()) as ExecutionResult);
    } catch (error) {
      // Its process ended, is being started again, or takes too long; a caller who left is nobody to be told.
      if (signal?.aborted) throw error;
      report(error as Error, context?.requestId ?? '');
      return { errors: [unavailable(NO_SUBGRAPH)] };
    }
  };
