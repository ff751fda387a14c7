/** What a board needs of a record: the treatment in the order of time, the latest of what was found. */
import type { Patient, Treatment } from '../patient/data.ts';
import { type Regimen, regimensGiven } from '../patient/treatments.ts';

/** An operation, a course of radiation, or drugs given together. */
type Given =
  | { readonly kind: 'LOCAL'; readonly from: string; readonly treatment: Treatment }
  | { readonly kind: 'SYSTEMIC'; readonly from: string; readonly regimen: Regimen };

/** Treatment of the cancer by its beginning; what has no day comes last. */
export const givenOf = (patient: Pick<Patient, 'treatments' | 'tumours'>): Given[] => {
  const site = patient.tumours.find(({ kind }) => kind === 'PRIMARY')?.siteGroup ?? null;
  const local = patient.treatments
    .filter(({ kind }) => kind === 'SURGERY' || kind === 'RADIOTHERAPY')
    .map((treatment): Given => ({ kind: 'LOCAL', from: treatment.startedOn ?? '', treatment }));
  const systemic = regimensGiven(patient.treatments, site).map(
    (regimen): Given => ({ kind: 'SYSTEMIC', from: regimen.from, regimen }),
  );
  return [...local, ...systemic].toSorted((a, b) =>
    (a.from || '9999').localeCompare(b.from || '9999'),
  );
};

interface Marked {
  readonly what: { readonly label: { readonly en: string } };
  readonly date: string | null;
}

/** Of every marker the latest result, in the order in which they were first found. */
export const latestMarkers = <Marker extends Marked>(markers: readonly Marker[]): Marker[] => {
  const latest = new Map<string, Marker>();
  for (const marker of markers.toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? '')))
    latest.set(marker.what.label.en, marker);
  return [...latest.values()];
};

/** The latest reports that say something, the latest first. */
export const latestReports = <
  Report extends { readonly date: string | null; readonly conclusion: string | null },
>(
  reports: readonly Report[],
  most: number,
): Report[] =>
  reports
    .filter(({ conclusion }) => conclusion)
    .toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
    .slice(0, most);
