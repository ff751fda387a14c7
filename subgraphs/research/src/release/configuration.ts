import { type DisclosureRule, defaultRule } from '@nodp/warehouse';
import { GraphQLError } from 'graphql';

/** What this room has to be told by whoever starts its process. */
export interface ResearchConfiguration {
  /** Folder of the releases. */
  readonly releases: string;
  /** Of the role that owns the tables, for builds; null where this process must not build. */
  readonly ownerUrl: string | null;
  /** Which engine answers: DuckDB over the files, or PostgreSQL over tables that `loadPostgres` filled. */
  readonly engine:
    | { readonly kind: 'duckdb' }
    | { readonly kind: 'postgres'; readonly url: string };
  readonly rule: DisclosureRule;
}

let current: ResearchConfiguration | null = null;

/** Called once, before the first request. DuckDB and the default disclosure rule unless said otherwise. */
export const configureResearch = (
  configuration: Pick<ResearchConfiguration, 'releases' | 'ownerUrl'> &
    Partial<ResearchConfiguration>,
): void => {
  current = { engine: { kind: 'duckdb' }, rule: defaultRule, ...configuration };
};

export const configuration = (): ResearchConfiguration => {
  if (current === null)
    throw new GraphQLError('Releases are not set up on this server.', {
      extensions: { code: 'NOT_CONFIGURED', http: { status: 503 } },
    });
  return current;
};

/** Without any configuration counts are still protected. */
export const disclosureRule = (): DisclosureRule => current?.rule ?? defaultRule;
