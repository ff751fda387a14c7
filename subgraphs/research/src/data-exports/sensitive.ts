import type { Label } from '@nodp/terminology';
import type { LeavingTable } from '../export/leaving.ts';

/** Different known values of a sensitive attribute that persons who are alike have at least (distinct l-diversity, Machanavajjhala 2007). */
export const L = 2;

/** Something of a person that being told apart from nobody does not hide where all who are alike have it. */
export interface Sensitive {
  readonly id: string;
  readonly label: Label;
  /** SQL over a released case `c`: the value that has to differ among those who are alike. */
  readonly measured: string;
  /** What tells it: left out of a class in which it does not differ enough. */
  readonly columns: Readonly<Partial<Record<LeavingTable, readonly string[]>>>;
}

export const SENSITIVE: readonly Sensitive[] = [
  {
    id: 'death',
    label: { en: 'Whether and when the person died', zh: '是否死亡及死亡时间' },
    measured: 'c.died',
    columns: {
      persons: ['vital_status', 'followup_days'],
      cases: ['survival_days', 'untimed', 'died', 'death_placed', 'cancer_death'],
    },
  },
  {
    id: 'stage',
    label: { en: 'Stage at diagnosis', zh: '诊断时分期' },
    measured: 'c.stage',
    columns: { cases: ['stage', 'stage_group', 'stage_basis', 't', 'n', 'm'] },
  },
];

/** The attribute that a column tells; null where it tells none. */
export const sensitiveOf = (table: LeavingTable, column: string): Sensitive | null =>
  SENSITIVE.find(({ columns }) => columns[table]?.includes(column)) ?? null;
