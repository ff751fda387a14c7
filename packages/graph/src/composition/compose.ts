import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { brokenPromises } from './promises.ts';

export interface SubgraphPromise {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
}

export type Composition =
  | { readonly ok: true; readonly supergraph: string }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Composes, or says everything that stands in the way. */
export const composeSupergraph = (subgraphs: readonly SubgraphPromise[]): Composition => {
  const services = subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) }));
  const broken = services.flatMap(({ name, typeDefs }) =>
    brokenPromises(typeDefs).map((problem) => `${name}: ${problem}`),
  );
  const { supergraphSdl, errors } = composeServices(services);
  const problems = [...broken, ...(errors ?? []).map((error) => error.message)];
  if (problems.length > 0 || supergraphSdl === undefined) return { ok: false, problems };
  return { ok: true, supergraph: supergraphSdl };
};
