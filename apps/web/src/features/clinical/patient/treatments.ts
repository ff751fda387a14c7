/** Systemic treatment as an oncologist speaks of it: regimens by their line, and which one is given now. */
import { drugOfAtc, drugOfName, regimensOf } from '@nodp/terminology/drugs';
import type { Label } from '../../../i18n/label.ts';

type Given = {
  kind: string;
  status: string;
  line: number | null;
  startedOn: string | null;
  endedOn: string | null;
  what: { code: string | null; label: Label };
};

const ongoing = new Set(['active', 'in-progress']);

/** Reported as ongoing, without an end. No treatment of a dead patient is ongoing, so callers must know the vital status. */
export const isOngoing = (t: Pick<Given, 'status' | 'endedOn'>): boolean =>
  t.endedOn === null && ongoing.has(t.status);

/** Drugs given together: a regimen by its name where it has one, else the drugs. */
export type Regimen = {
  label: Label;
  line: number | null;
  from: string;
  /** Null where it goes on, or its end was not sent. */
  to: string | null;
  ongoing: boolean;
};

/** Drugs that begin within so many days of each other are given together. */
const together = 7 * 86_400_000;

const latest = (dates: readonly (string | null)[]): string | null =>
  dates.includes(null) ? null : (dates.toSorted().at(-1) ?? null);

const nameOf = (drugs: readonly Given[], site: string | null): Label => {
  const ids = new Set(
    drugs.flatMap(
      ({ what }) => (drugOfName(what.label.en) ?? drugOfAtc(what.code ?? ''))?.id ?? [],
    ),
  );
  const known = ids.size === new Set(drugs.map((d) => d.what.label.en)).size;
  const [regimen] = known && ids.size > 1 ? regimensOf(ids, (site ?? undefined) as never) : [];
  if (regimen) {
    const short = regimen.label.en;
    return { en: short, zh: /^[A-Za-z0-9-]+$/.test(short) ? short : regimen.label.zh };
  }
  const names = [...new Map(drugs.map((d) => [d.what.label.en, d.what.label])).values()];
  return {
    en: names.map(({ en }) => en).join(' + '),
    zh: names.map(({ zh }) => zh).join('+'),
  };
};

/**
 * The regimens of a patient by their beginning. Drugs of one line that begin within a week are one regimen.
 * @param site site group of the tumour treated: of regimens with the same drugs, the one in use there
 */
export function regimensGiven(treatments: readonly Given[], site: string | null): Regimen[] {
  const systemic = treatments
    .filter((t) => t.kind === 'SYSTEMIC' && t.startedOn !== null)
    .toSorted((a, b) => (a.startedOn ?? '').localeCompare(b.startedOn ?? ''));
  const groups: Given[][] = [];
  for (const drug of systemic) {
    const group = groups.at(-1);
    const first = group?.[0];
    const near =
      first !== undefined &&
      Date.parse(drug.startedOn ?? '') - Date.parse(first.startedOn ?? '') <= together;
    if (group && near && first.line === drug.line) group.push(drug);
    else groups.push([drug]);
  }
  return groups.map((drugs) => ({
    label: nameOf(drugs, site),
    line: drugs[0]?.line ?? null,
    from: drugs[0]?.startedOn ?? '',
    to: latest(drugs.map((d) => d.endedOn)),
    ongoing: drugs.some(isOngoing),
  }));
}
