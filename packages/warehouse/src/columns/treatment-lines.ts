import type { Engine } from '../engines/engine.ts';
import { type Later, NO_LINE, nextTreatment, SAME_TREATMENT_DAYS } from './after-treatment.ts';
import type { CaseColumns } from './case-columns.ts';
import { type EventColumns, readEventColumns, UNDATED } from './event-columns.ts';
import { NEVER } from './timeline-days.ts';

/** What was given in a line of systemic treatment. */
export interface TreatmentLine {
  /** The regimen that the drugs of its first day make up; null where they make up none. */
  readonly regimen: string | null;
  /** Its drugs by name, ascending: those begun on its first day and in the four weeks after; of one not named null. */
  readonly drugs: readonly (string | null)[];
}

/** The lines of systemic treatment of a case, by its row: exact, not to be shown. */
export type TreatmentLines = (row: number) => readonly TreatmentLine[];

interface Given extends Omit<Later, 'own'> {
  readonly drug: string | null;
  readonly regimen: string | null;
}

const givenTo = ({ from, start, coded }: EventColumns, row: number): Given[] => {
  const value = (column: string, at: number): string | number | null => {
    const found = coded[column];
    const code = found?.codes[at] ?? 0;
    return code === 0 ? null : ((found?.values[code - 1] as string | number) ?? null);
  };
  const given: Given[] = [];
  for (let at = from[row] as number; at < (from[row + 1] as number); at++) {
    const day = start[at] as number;
    if (day === UNDATED || value('kind', at) !== 'SYSTEMIC') continue;
    given.push({
      day,
      line: Number(value('line', at) ?? NO_LINE),
      drug: value('drug', at) as string | null,
      regimen: value('regimen', at) as string | null,
    });
  }
  return given;
};

const ascending = (a: string | null, b: string | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;

const onlyOf = (regimens: readonly (string | null)[]): string | null => {
  const named = [...new Set(regimens.filter((regimen) => regimen !== null))];
  return named.length === 1 ? (named[0] as string) : null;
};

/**
 * Treatments by line. A line begins where `nextTreatment` says that the next treatment begins: at one of a later line where both
 * lines were reported, else at another drug begun more than four weeks later.
 * @param given by day
 */
export const linesOf = (given: readonly Given[]): TreatmentLine[] => {
  const lines: TreatmentLine[] = [];
  let began = given[0]?.day ?? NEVER;
  while (began !== NEVER) {
    const first = given.filter(({ day }) => day === began);
    const drugs = new Set(first.map(({ drug }) => drug));
    const next = nextTreatment(
      given.map(({ day, line, drug }) => ({ day, line, own: drugs.has(drug) })),
      began,
    );
    const within = given.filter(
      ({ day }) => day >= began && day < next && day <= began + SAME_TREATMENT_DAYS,
    );
    lines.push({
      regimen: onlyOf(first.map(({ regimen }) => regimen)),
      drugs: [...new Set(within.map(({ drug }) => drug))].sort(ascending),
    });
    began = next;
  }
  return lines;
};

/** Reads the treatments once; a treatment whose case is not known is of every case that it may be of. */
export const readTreatmentLines = async (
  columns: CaseColumns,
  engine: Engine,
): Promise<TreatmentLines> => {
  const events = await readEventColumns('treatments', columns, engine);
  return (row) => linesOf(givenTo(events, row));
};
