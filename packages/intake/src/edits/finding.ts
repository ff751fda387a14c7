import type { Edit, Found } from './edit.ts';
import type { EditId } from './registry.ts';

/** What an edit found in one of a unit's records. */
export interface Finding {
  readonly edit: EditId;
  readonly severity: Edit['severity'];
  readonly fields: readonly string[];
  /** Which of the unit's records. */
  readonly record: number;
  readonly found: Found;
}
