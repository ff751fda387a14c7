/** What an institution's edits hold, as the gateway tells it and takes decisions. */
import { post } from '../../../graph/execute.ts';
import { failureOf, readJson } from '../../../graph/failure.ts';
import type { Label } from '../../../i18n/label.ts';

/** An edit, without its condition. */
export interface ListedEdit {
  readonly id: string;
  readonly title: Label;
  readonly severity: 'refuse' | 'quarantine' | 'warn';
  readonly source: string;
  readonly since: string;
  readonly choice: string | null;
}

export interface HeldReason {
  readonly edit: string;
  readonly record: number;
  readonly reason: Label;
  readonly remedy: Label;
  readonly fields: readonly string[];
  readonly suggestion?: string;
}

interface Decision {
  readonly state: 'HELD' | 'CORRECTED' | 'OVERRULED' | 'REPLACED' | 'CLEARED';
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly reason: string | null;
}

export interface HeldRow extends Decision {
  readonly id: string;
  readonly sourceType: string;
  readonly sourceId: string;
  readonly reasons: readonly HeldReason[];
  readonly heldAt: string;
}

export interface HeldField {
  readonly name: string;
  readonly label: Label;
  readonly type:
    | 'date'
    | 'time'
    | 'number'
    | 'text'
    | 'topography'
    | 'morphology'
    | 'basis-of-diagnosis';
  readonly value: string;
}

export interface HeldDetail extends HeldRow {
  /** The sender's key of the patient. */
  readonly patient: string;
  /** As it was sent. */
  readonly content: unknown;
  readonly place: string;
  readonly records: readonly { readonly kind: string; readonly fields: readonly HeldField[] }[];
  readonly changes:
    | readonly {
        readonly record: number;
        readonly field: string;
        readonly from: string;
        readonly to: string;
      }[]
    | null;
}

export interface Value {
  readonly record: number;
  readonly field: string;
  readonly value: string;
}

/** What became of a decision. */
export type Decided =
  | { readonly outcome: 'taken' }
  | {
      readonly outcome: 'held';
      readonly problems: readonly { readonly reason: Label; readonly remedy: Label }[];
    }
  | { readonly outcome: 'unfit'; readonly unfit: readonly Value[] }
  | ({ readonly outcome: 'decided' } & Decision);

export const readEdits = (signal: AbortSignal) =>
  readJson<readonly ListedEdit[]>('/held/edits', signal);

export const readHeld = (
  { decided, edit, after }: { decided: boolean; edit: string | null; after: string | null },
  signal: AbortSignal,
) => {
  const asked = new URLSearchParams();
  if (decided) asked.set('state', 'decided');
  if (edit) asked.set('edit', edit);
  if (after) asked.set('after', after);
  return readJson<{ readonly rows: readonly HeldRow[]; readonly next: string | null }>(
    `/held?${asked}`,
    signal,
  );
};

export const readHeldDetail = (id: string, signal: AbortSignal) =>
  readJson<HeldDetail>(`/held/${encodeURIComponent(id)}`, signal);

const act = async (id: string, action: 'correct' | 'overrule', body: object): Promise<Decided> => {
  const response = await post(`/held/${encodeURIComponent(id)}/${action}`, body);
  if (response.ok || response.status === 409 || response.status === 422) return response.json();
  throw await failureOf(response);
};

export const correctHeldRecord = (id: string, values: readonly Value[]) =>
  act(id, 'correct', { values });

export const overruleHeld = (id: string, reason: string) => act(id, 'overrule', { reason });
