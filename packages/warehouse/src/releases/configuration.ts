import { type DisclosureRule, defaultRule } from '../disclosure/index.ts';

/** Who answers: DuckDB over the files, or PostgreSQL over tables that the build filled as well. */
export type EngineName = 'duckdb' | 'postgres';

/** Where releases are, who answers from them, and how what leaves is protected. */
export interface ReleasesConfiguration {
  /** Folder of the releases, each in a folder of its own. */
  readonly folder: string;
  /** `url` of a role that may read the schema `warehouse`; DuckDB needs none. */
  readonly engine: { readonly kind: EngineName; readonly url: string | null };
  readonly rule: DisclosureRule;
}

let current: ReleasesConfiguration | null = null;

/** @throws {RangeError} for a name that is no engine's */
export const engineName = (name = 'duckdb'): EngineName => {
  if (name === 'duckdb' || name === 'postgres') return name;
  throw new RangeError(`NODP_RELEASE_ENGINE must be duckdb or postgres, not “${name}”.`);
};

/** Called once, before the first request. DuckDB and the default disclosure rule unless said otherwise. */
export const configureReleases = (
  configuration: Pick<ReleasesConfiguration, 'folder'> & Partial<ReleasesConfiguration>,
): void => {
  current = { engine: { kind: 'duckdb', url: null }, rule: defaultRule, ...configuration };
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
