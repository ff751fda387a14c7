import { bundlesOf } from '../fhir/bundle.ts';
import type { Resource } from '../fhir/elements.ts';
import type { Nation } from '../nation.ts';
import type { Institution } from '../network/institutions.ts';
import { dateOf, dayOf } from '../time/days.ts';
import { type Chart, criticalOf, FAULTS, ownCoded } from './faults.ts';

/** What a hospital sends after the nation was told: a batch of FHIR on a day. */
export interface Delivery {
  readonly institution: Institution;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly bundle: {
    readonly resourceType: 'Bundle';
    readonly type: 'batch';
    readonly entry: readonly {
      readonly resource: Resource;
      readonly request: { readonly method: 'PUT'; readonly url: string };
    }[];
  };
}

/** Patients who are looked through for charts: enough for most provinces. */
const EXAMINED = 500;
/** Deliveries of a hospital: enough that the pause since the nation was told is no part of its rhythm. */
const DELIVERIES = 12;
/** Charts of a hospital of which something is sent. */
const CHARTS = 24;

const chartsOf = (whole: Nation): ReadonlyMap<string, readonly Chart[]> => {
  const charts = new Map<string, Chart[]>();
  const senders = new Set(
    whole.institutions
      .filter(({ tier }) => tier === 'NATIONAL' || tier === 'PROVINCIAL')
      .map(({ id }) => id),
  );
  for (const history of whole.range(0, EXAMINED)) {
    if (!history.people.some(({ institutionId }) => senders.has(institutionId))) continue;
    for (const { institutionId, bundle } of bundlesOf(history)) {
      const resources = bundle.entry.map(({ resource }) => resource);
      const patient = resources.find(({ resourceType }) => resourceType === 'Patient');
      const own = charts.get(institutionId) ?? [];
      if (patient === undefined || !senders.has(institutionId) || own.length === CHARTS) continue;
      charts.set(institutionId, [...own, { patient, resources }]);
    }
  }
  return charts;
};

/** Longer than twice a month, which some of the gaps were when hospitals sent monthly. */
const SILENT = 62;

/** Days between two deliveries, and since the last: some hospitals have fallen silent. */
const rhythmOf = (index: number): { readonly gap: number; readonly since: number } => {
  const gap = [2, 4, 7][index % 3] ?? 7;
  return { gap, since: index % 8 === 5 ? SILENT + (index % 7) : index % gap };
};

/** Patients of the national hospital with a critical value on the last day. */
const CRITICAL_RESULTS = 3;

const DATED = new Set(['Observation', 'Encounter', 'Procedure']);

const sentOf = (
  { code, index, tier }: Institution,
  charts: readonly Chart[],
  turn: number,
  day: string,
): Resource[] => {
  const chart = charts[turn % charts.length] as Chart;
  // Sent again as it was: a hospital's nightly export does.
  const again = chart.resources.filter(({ resourceType }) => DATED.has(resourceType)).slice(-3);
  const sent = new Map(again.map((one) => [`${one.resourceType} ${one.id}`, one]));
  const add = (one: Resource | null | undefined) => {
    if (one) sent.set(`${one.resourceType} ${one.id}`, one);
  };
  const national = tier === 'NATIONAL';
  // The hospital of the demonstration's accounts has the most to see.
  const faults = national ? 2 : turn % 4 === index % 4 ? 1 : 0;
  for (let n = 0; n < faults; n++) {
    const of = charts[(turn * 2 + n) % charts.length] as Chart;
    const from = turn * faults + n + index;
    const found = FAULTS.map((_, i) => FAULTS[(from + i) % FAULTS.length]?.(of, day)).find(
      (one) => one != null,
    );
    add(found);
  }
  for (let n = 0; n < (national ? 3 : index % 5 === 2 ? 1 : 0); n++)
    add(ownCoded(charts[(turn + n) % charts.length] as Chart, code, turn * 3 + n, day));
  // On the last day some values are such that somebody is to be called.
  if (national && turn === DELIVERIES - 1) {
    const critical = charts.flatMap((one, n) => criticalOf(one, n, day) ?? []);
    critical.slice(0, CRITICAL_RESULTS).forEach(add);
  }
  return [...sent.values()];
};

/**
 * What the national and the provincial hospitals sent in the weeks before a day, in the order in which it came: records of before once
 * more, records that edits hold or refuse, results under the hospital's own codes, a few
 * critical values. The same day gives the same.
 * Records that were known before stay as they are, so that the nation's figures do.
 */
export const deliveriesOf = (whole: Nation, today: string): readonly Delivery[] => {
  const charts = chartsOf(whole);
  const deliveries = whole.institutions.flatMap((institution): Delivery[] => {
    const own = charts.get(institution.id);
    if (own === undefined) return [];
    const { gap, since } = rhythmOf(institution.index);
    return Array.from({ length: DELIVERIES }, (_, turn) => {
      const day = dateOf(dayOf(today) - since - gap * (DELIVERIES - 1 - turn));
      return {
        institution,
        day,
        bundle: {
          resourceType: 'Bundle',
          type: 'batch',
          entry: sentOf(institution, own, turn, day).map((resource) => ({
            resource,
            request: { method: 'PUT', url: `${resource.resourceType}/${resource.id}` },
          })),
        },
      };
    });
  });
  return deliveries.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
};
