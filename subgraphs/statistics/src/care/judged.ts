import { type CaseFacts, QUALITY_INDICATORS_VERSION, qualityIndicator } from '@nodp/oncology';
import type { CaseDetail, Crossings, ListedRelease, OpenRelease, Releases } from '@nodp/warehouse';
import { dividedBy } from '../sources/release/count.ts';
import type { Axis, Chosen, EventCounts } from '../sources/source.ts';

/** What an indicator says of a case, by its place; a case that it is not of has none. */
export const RESULTS = ['MET', 'NOT_MET', 'CANNOT_BE_JUDGED'] as const;
const RECEPTORS = ['ER', 'PR'];
const MALIGNANT = '3';

/** What is last known of a receptor: positive once is positive. */
const finding = ({ findings }: CaseDetail, biomarker: string): 'positive' | 'negative' | null => {
  const own = findings.filter((one) => one.biomarker === biomarker).map((one) => one.finding);
  if (own.includes('positive')) return 'positive';
  return own.includes('negative') ? 'negative' : null;
};

const KINDS = new Set(['SURGERY', 'RADIOTHERAPY', 'SYSTEMIC']);

const factsOf = (detail: CaseDetail): CaseFacts => ({
  ...detail,
  stageBasis: detail.stageBasis === 'c' || detail.stageBasis === 'p' ? detail.stageBasis : null,
  er: finding(detail, 'ER'),
  pr: finding(detail, 'PR'),
  treatments: detail.treatments.map(({ kind, days, atc }) => ({
    kind: KINDS.has(kind) ? (kind as 'SURGERY' | 'RADIOTHERAPY' | 'SYSTEMIC') : 'OTHER',
    ...{ days, atc },
  })),
});

/** Rows of malignant cases that an indicator is of, with the place of what it says. Judged once for a release. */
const resultsOf = (
  releases: Releases,
  release: ListedRelease,
  { details }: OpenRelease,
  code: string,
): Promise<ReadonlyMap<number, number>> =>
  releases.once(release, ['indicator', code, String(QUALITY_INDICATORS_VERSION)], async () => {
    const indicator = qualityIndicator(code);
    const results = new Map<number, number>();
    if (indicator === null || indicator.judge === null || indicator.notReleased !== null)
      return results;
    for (const site of indicator.sites)
      for (const detail of await details(site, RECEPTORS)) {
        if (detail.behaviour !== MALIGNANT) continue;
        const { result } = indicator.judge(factsOf(detail));
        if (result !== 'NOT_OF_IT') results.set(detail.row, RESULTS.indexOf(result));
      }
    return results;
  });

/** Cases of an indicator by the axes and by what it says, with the sums of their disclosure keys. */
export const judgedCounts = async (
  releases: Releases,
  release: ListedRelease,
  crossings: Crossings,
  code: string,
  axes: readonly Axis[],
  chosen: Chosen,
): Promise<EventCounts> => {
  const open = await releases.open(release.number);
  const results = await resultsOf(releases, release, open, code);
  const { parts, rest, ways } = dividedBy(crossings, axes, chosen);
  const many = parts.reduce((product, { size }) => product * size, 1);
  const cells = axes.reduce((product, { values }) => product * values.length, 1);
  const length = cells * RESULTS.length * many;
  const [counts, keys] = [new Uint32Array(length), new Uint32Array(length)];
  for (const way of ways) {
    const places = crossings.places([...way.divisions, ...parts, ...rest]);
    for (const [row, result] of results) {
      const place = places[row] ?? -1;
      if (place < 0) continue;
      const cell = way.cells[Math.floor(place / many)] as number;
      const at = (cell * RESULTS.length + result) * many + (place % many);
      counts[at] = (counts[at] as number) + 1;
      keys[at] = (keys[at] as number) + (open.cases.keys[row] as number);
    }
  }
  return { parts: many, sexes: 1, ages: 1, counts, keys };
};
