import { type DisclosureRule, defaultRule } from '../disclosure/index.ts';

/** Where releases are, who answers from them, and how what leaves is protected. */
export interface ReleasesConfiguration {
  /** Folder of the releases, each in a folder of its own. */
  readonly folder: string;
  /** Which engine answers: DuckDB over the files, or PostgreSQL over tables that `loadPostgres` filled. */
  readonly engine:
    | { readonly kind: 'duckdb' }
    | { readonly kind: 'postgres'; readonly url: string };
  readonly rule: DisclosureRule;
}

let current: ReleasesConfiguration | null = null;

/** Called once, before the first request. DuckDB and the default disclosure rule unless said otherwise. */
export const configureReleases = (
  configuration: Pick<ReleasesConfiguration, 'folder'> & Partial<ReleasesConfiguration>,
): void => {
  current = { engine: { kind: 'duckdb' }, rule: defaultRule, ...configuration };
};

export const releasesConfiguration = (): ReleasesConfiguration => {
  if (current === null)
    throw new Error('This process was not told where releases are: set NODP_RELEASES.');
  return current;
};

/** Without any configuration counts are still protected. */
export const disclosureRule = (): DisclosureRule => current?.rule ?? defaultRule;

/** The folder of a release within the folder of the releases. */
export const folderOf = (number: number): string => `release-${String(number).padStart(6, '0')}`;
