import type { CountBudget, DisclosureRule } from '@nodp/disclosure';

/** Who answers: DuckDB over the files, or PostgreSQL over tables that the build filled as well. */
export type EngineName = 'duckdb' | 'postgres';

/** Where releases are, who answers from them, and how what leaves is protected. */
export interface ReleasesConfiguration {
  /** Folder of the releases, each in a folder of its own. */
  readonly folder: string;
  /** `url` of a role that may read the schema `warehouse`; DuckDB, the default, needs none. */
  readonly engine?: { readonly kind: EngineName; readonly url: string | null };
  readonly rule?: DisclosureRule;
  readonly budget?: CountBudget;
  /** From which persons of releases without keys get theirs; that of the folder where left out. */
  readonly secret?: Uint8Array;
}

/** The folder of a release within the folder of the releases. */
export const folderOf = (number: number): string => `release-${String(number).padStart(6, '0')}`;
