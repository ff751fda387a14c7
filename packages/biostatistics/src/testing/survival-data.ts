import { column, hasShared, readShared } from './shared-data.ts';

/** R's data sets and what R's survival package computed from them. */
const folder = 'data/survival';
const published = `${folder}/expected_km_cox_lung_colon.csv`;

export const hasSurvivalData = hasShared(
  `${folder}/lung.csv`,
  `${folder}/colon_death.csv`,
  `${folder}/mgus2_competing.csv`,
  published,
);

type Rows = readonly Readonly<Record<string, string>>[];

/** Rows with a value in each of the columns named. */
const complete = (rows: Rows, names: readonly string[]) =>
  rows.filter((row) => names.every((name) => row[name] !== '' && row[name] !== 'NA'));

/** North Central Cancer Treatment Group lung cancer (Loprinzi 1994); status 2 is death. */
export function lung(...needed: readonly string[]) {
  const rows = complete(readShared(`${folder}/lung.csv`), needed);
  return {
    time: column(rows, 'time'),
    event: Uint8Array.from(column(rows, 'status'), (status) => status - 1),
    age: column(rows, 'age'),
    sex: column(rows, 'sex'),
    ecog: column(rows, 'ph.ecog'),
    group: column(rows, 'sex').map((sex) => sex - 1),
  };
}

/** Adjuvant chemotherapy for colon cancer (Moertel 1990), the deaths. */
export function colonDeath(...needed: readonly string[]) {
  const rows = complete(readShared(`${folder}/colon_death.csv`), needed);
  const arms = ['Obs', 'Lev', 'Lev+5FU'];
  const arm = Float64Array.from(rows, (row) => arms.indexOf(row.rx as string));
  return {
    time: column(rows, 'time'),
    event: Uint8Array.from(column(rows, 'status')),
    group: arm,
    lev: arm.map((a) => Number(a === 1)),
    levFu: arm.map((a) => Number(a === 2)),
    age: column(rows, 'age'),
    sex: column(rows, 'sex'),
    nodes: column(rows, 'nodes'),
    stratum: column(rows, 'differ').map((d) => d - 1),
  };
}

/** Monoclonal gammopathy (Kyle 2002): 1 plasma cell malignancy, 2 death without it. */
export function mgus2() {
  const rows = readShared(`${folder}/mgus2_competing.csv`);
  return {
    time: column(rows, 'etime'),
    event: Uint8Array.from(column(rows, 'event')),
    group: Uint8Array.from(rows, (row) => (row.sex === 'F' ? 0 : 1)),
    age: column(rows, 'age'),
  };
}

let table: Map<string, string> | undefined;

/** A figure R computed; null where R says NA. */
export function fromR(dataset: string, stratum: string, statistic: string): number | null {
  table ??= new Map(
    readShared(published)
      .map(
        (row) => [`${row.dataset}|${row.stratum}|${row.statistic}`, row.value as string] as const,
      )
      // G-rho(0) comes first where both tests list "observed" and "expected".
      .reverse(),
  );
  const text = table.get(`${dataset}|${stratum}|${statistic}`);
  if (text === undefined) throw new Error(`no ${statistic} for ${dataset}, ${stratum}`);
  return text === 'NA' ? null : Number(text);
}
