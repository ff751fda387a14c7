import type { Said, Severity } from './edit.ts';
import { EDITS } from './registry.ts';

/** An edit as a page lists it. */
export interface ListedEdit {
  readonly id: string;
  readonly title: Said;
  readonly kinds: readonly string[];
  readonly severity: Severity;
  readonly source: string;
  readonly since: string;
  readonly choice: string | null;
}

/** Every edit, without its condition. */
export const listedEdits = (): ListedEdit[] =>
  Object.entries(EDITS).map(([id, { title, kinds, severity, source, since, ...rest }]) => ({
    ...{ id, title, kinds, severity, source, since },
    choice: 'choice' in rest ? (rest.choice ?? null) : null,
  }));
