import type { Engine } from '../engines/engine.ts';
import type { CaseColumns } from './case-columns.ts';

/** A treatment that is of a case, or may be. */
export interface TreatmentDetail {
  readonly kind: string;
  /** Days from the diagnosis of the case; null where either date is not known to the month. */
  readonly days: number | null;
  readonly atc: string | null;
}

/** What is known of one case beyond its columns in memory: exact, not to be shown. */
export interface CaseDetail {
  /** Its row in the columns. */
  readonly row: number;
  readonly site: string;
  readonly topography: string | null;
  readonly histology: string | null;
  readonly behaviour: string | null;
  readonly sex: string | null;
  readonly age: number | null;
  readonly stage: string | null;
  readonly stageGroup: string | null;
  readonly stageBasis: string | null;
  readonly t: string | null;
  readonly n: string | null;
  readonly m: string | null;
  readonly treatments: readonly TreatmentDetail[];
  /** Findings by biomarker, the earliest first. */
  readonly findings: readonly { readonly biomarker: string; readonly finding: string }[];
}

/** An event with the first and the last of the person's cases that it may be of. */
interface Event<T> {
  readonly first: number;
  readonly last: number;
  readonly of: T;
}

const rowsOf = (columns: readonly (readonly unknown[])[]): unknown[][] =>
  (columns[0] ?? []).map((_, i) => columns.map((column) => column[i]));

const byPerson = <T>(rows: readonly (readonly [person: number, event: Event<T>])[]) => {
  const events = new Map<number, Event<T>[]>();
  for (const [person, event] of rows) {
    const own = events.get(person);
    if (own === undefined) events.set(person, [event]);
    else own.push(event);
  }
  return events;
};

const number = (value: unknown): number | null => (value === null ? null : Number(value));
const text = (value: unknown): string | null => (value === null ? null : String(value));

/** An event whose case is not known is of every case that it may be of: the last place stands for any. */
const OF_CASES = 'coalesce(e.first_case, 1), coalesce(e.last_case, 32767)';

/**
 * Cases of a site group one by one, with their treatments and the findings of some biomarkers: three statements, whatever
 * their number.
 */
export const caseDetails = async (
  columns: CaseColumns,
  engine: Engine,
  site: string,
  biomarkers: readonly string[],
): Promise<CaseDetail[]> => {
  const table = (name: 'cases' | 'treatments' | 'biomarkers') => engine.dialect.table(name);
  const ofSite = `select c.person_key from ${table('cases')} c where c.site_group = $1`;
  const [cases, treatments, findings] = await Promise.all([
    engine.columns({
      text: `select c.person_key, c.case_number, c.topography, c.histology, c.behaviour, c.sex, c.age, c.stage,
        c.stage_group, c.stage_basis, c.t, c.n, c.m, c.origin_days
        from ${table('cases')} c where c.site_group = $1`,
      parameters: [site],
    }),
    engine.columns({
      text: `select e.person_key, ${OF_CASES}, e.kind, e.start_days, e.atc
        from ${table('treatments')} e where e.person_key in (${ofSite})`,
      parameters: [site],
    }),
    biomarkers.length === 0
      ? []
      : engine.columns({
          text: `select e.person_key, ${OF_CASES}, e.biomarker, e.finding
            from ${table('biomarkers')} e
            where e.person_key in (${ofSite}) and e.finding is not null
              and e.biomarker in (${biomarkers.map((_, i) => `$${i + 2}`).join(', ')})
            order by e.tested_days`,
          parameters: [site, ...biomarkers],
        }),
  ]);
  const treated = byPerson(
    rowsOf(treatments).map(([person, first, last, kind, days, atc]) => [
      Number(person),
      {
        ...{ first: Number(first), last: Number(last) },
        of: { kind: String(kind), days: number(days), atc: text(atc) },
      },
    ]),
  );
  const found = byPerson(
    rowsOf(findings).map(([person, first, last, biomarker, finding]) => [
      Number(person),
      {
        ...{ first: Number(first), last: Number(last) },
        of: { biomarker: String(biomarker), finding: String(finding) },
      },
    ]),
  );
  return rowsOf(cases).map((values) => {
    const [person, place] = [Number(values[0]), Number(values[1])];
    const origin = number(values[13]);
    const own = <T>(events: ReadonlyMap<number, readonly Event<T>[]>): T[] =>
      (events.get(person) ?? [])
        .filter(({ first, last }) => first <= place && place <= last)
        .map((event) => event.of);
    return {
      row: (columns.firstRow[person] as number) + place - 1,
      site,
      ...{ topography: text(values[2]), histology: text(values[3]), behaviour: text(values[4]) },
      ...{ sex: text(values[5]), age: number(values[6]), stage: text(values[7]) },
      ...{ stageGroup: text(values[8]), stageBasis: text(values[9]) },
      ...{ t: text(values[10]), n: text(values[11]), m: text(values[12]) },
      treatments: own(treated).map((one) => ({
        ...one,
        days: one.days === null || origin === null ? null : one.days - origin,
      })),
      findings: own(found),
    };
  });
};
