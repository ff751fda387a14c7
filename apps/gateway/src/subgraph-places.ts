import type { SubgraphPromise } from '@nodp/graph/composition';
import type { Logger } from 'pino';
import type { Configuration } from './configuration.ts';
import { startSubgraphs } from './distributed.ts';
import { environmentOf, type SubgraphSettings } from './environment-of.ts';
import { trustAuthority } from './tls.ts';

/** Where the subgraphs answer. */
export interface SubgraphPlaces {
  /** Routing URLs by name. */
  readonly urls: ReadonlyMap<string, string>;
  /** Whether they run in processes of their own, this platform's or the operator's. */
  readonly apart: boolean;
  stop(): Promise<void>;
}

type Known = Omit<SubgraphSettings, 'certificate' | 'certificateKey' | 'releaseEngine'>;

/** Starts the subgraphs that are to run in processes of their own; others answer here, or where the operator runs them. */
export const placeSubgraphs = async (
  promises: readonly Pick<SubgraphPromise, 'name' | 'url'>[],
  configuration: Configuration,
  known: Known,
  log: Logger,
): Promise<SubgraphPlaces> => {
  const { subgraphUrl, distributed, releaseEngine } = configuration;
  const { authority, certificate, certificateKey } = configuration.subgraphTls;
  if (authority !== null) await trustAuthority(authority);
  const urls = new Map(
    promises.map(({ name, url }) => [name, subgraphUrl?.replace('{name}', name) ?? url]),
  );
  if (!distributed) return { urls, apart: subgraphUrl !== null, stop: async () => {} };
  const settings = { ...known, releaseEngine, certificate, certificateKey };
  const processes = await startSubgraphs(
    urls,
    (name) => environmentOf(name, settings),
    configuration.port === 0,
    (subgraph, lastWords, wait) =>
      log.error({ subgraph, lastWords, wait }, 'a subgraph ended; it is started again'),
  );
  return { urls: processes.urls, apart: true, stop: () => processes.stop() };
};
