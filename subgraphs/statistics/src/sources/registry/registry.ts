import type { Session } from '@nodp/database';
import { type Label, takeCounts } from '@nodp/graph';
import type { Releases } from '@nodp/warehouse';
import type { StatisticsDimension } from '../../generated/resolvers.ts';
import { numberWords, yearLabel } from '../../questions/words.ts';
import { personYearsBy } from '../person-years.ts';
import type {
  Axis,
  Chosen,
  PersonYears,
  PopulationToCome,
  Source,
  SourceDimension,
} from '../source.ts';
import { AGE_VALUES, SEX_VALUES } from '../values.ts';
import { codeOfUnit, countEvents, isChosen } from './count.ts';
import { type Cube, cubeOf } from './cube.ts';
import { rowsOfSet, type StoredSet } from './read-set.ts';
import { siteDimension } from './sites.ts';

/** Id of a version of a data set as a source. */
export const registryId = ({ id, version }: Pick<StoredSet, 'id' | 'version'>): string =>
  `registry-${id}-${version}`;

/** The data set and the version of an id; null where it is no registry source's. */
export const readRegistryId = (
  source: string,
): { readonly id: string; readonly version: number } | null => {
  const [, id, version] = /^registry-([a-z][a-z0-9-]{0,39})-(\d{1,4})$/.exec(source) ?? [];
  return id === undefined ? null : { id, version: Number(version) };
};

const dimensionsOf = (cube: Cube): Source['dimensions'] => ({
  SITE: siteDimension(cube.sites, cube.hasTotals),
  SEX: { values: SEX_VALUES },
  AGE: { values: AGE_VALUES },
  ...(cube.years !== null && {
    YEAR: {
      values: cube.years.map((year) => ({ code: String(year), label: yearLabel(String(year)) })),
    },
  }),
  PERIOD: { values: cube.periods.map((code) => ({ code, label: yearLabel(code) })) },
  PROVINCE: { values: cube.provinces },
  REGISTRY: { values: cube.registries },
});

const aggregate = (en: string, zh: string): Label => ({
  en: `Aggregates of registries have no ${en}.`,
  zh: `登记处汇总数据不含${zh}。`,
});

const ABSENT: Readonly<Partial<Record<StatisticsDimension, Label>>> = {
  YEAR: {
    en: 'The data set gives periods of several years, not single years.',
    zh: '该数据集按多年时期给出，不含单一年份。',
  },
  STAGE: aggregate('stage', '分期'),
  HISTOLOGY: aggregate('histology', '组织学类型'),
  BEHAVIOUR: {
    en: 'Registries published malignant neoplasms alone.',
    zh: '登记处仅公布恶性肿瘤。',
  },
  BASIS: aggregate('basis of diagnosis', '诊断依据'),
  SCREENING: aggregate('way of detection', '发现方式'),
  INSTITUTION: aggregate('institution', '报告机构'),
  TIER: aggregate('institution', '报告机构级别'),
};

/** Whose person-years these are. */
const basisOf = (set: StoredSet, cube: Cube, chosen: Chosen): Label => {
  const units = cube.units.filter((unit) => isChosen(chosen, unit));
  const registries = new Set(units.map(({ registry }) => registry)).size;
  const lived = units.reduce(
    (sum, unit) => unit.lived.reduce((n, ages) => n + ages.reduce((a, b) => a + b, 0), sum),
    0,
  );
  const first = Math.min(...units.map(({ firstYear }) => firstYear));
  const last = Math.max(...units.map(({ lastYear }) => lastYear));
  const span = units.length === 0 ? '' : first === last ? `${first}` : `${first}–${last}`;
  const periods = new Set(units.map(({ firstYear, lastYear }) => `${firstYear} ${lastYear}`)).size;
  const differ = periods > 1 && cube.years === null;
  return {
    en: `Residents of the areas of ${registries} ${registries === 1 ? 'registry' : 'registries'} of ${set.nameEn}, ${span}${differ ? ' (each registry in its own years)' : ''}: ${numberWords(lived).en} person-years.`,
    zh: `${set.nameZh}中${registries}个登记处覆盖地区的居民，${span}年${differ ? '（各登记处年份不同）' : ''}，共${numberWords(lived).zh}人年。`,
  };
};

const DIVIDE: readonly StatisticsDimension[] = ['PROVINCE', 'REGISTRY', 'YEAR', 'PERIOD'];

const personYears = (
  set: StoredSet,
  cube: Cube,
  axes: readonly Axis[],
  chosen: Chosen,
  units = cube.units,
): PersonYears =>
  personYearsBy(
    units.filter((unit) => isChosen(chosen, unit)),
    { divide: DIVIDE, codeOf: codeOfUnit, isWhole: () => true },
    axes,
    chosen,
    basisOf(set, cube, chosen),
  );

/** Periods after every count that person-years were given of. */
const toComeOf = (set: StoredSet, cube: Cube): PopulationToCome | null => {
  const periods = [...new Set(cube.toCome.map(({ period }) => period))].sort();
  if (periods.length === 0) return null;
  return {
    periods: periods.map((code) => ({ code, label: yearLabel(code) })),
    personYears: (axes, chosen) => personYears(set, cube, axes, chosen, cube.toCome),
  };
};

/** Nothing that a registry published is hidden. */
const NOTHING_HIDDEN = { minimumCell: 0, variance: 0, deviation: 0, never: [] } as const;

/** A version of a data set of registries as a source; never mixed with a release. */
export const registrySource = async (
  releases: Releases,
  session: Session,
  set: StoredSet,
): Promise<Source> => {
  // Its checksum tells it from every release: a release's names none of these.
  const key = { number: set.version, checksum: `registry ${set.id} ${set.sha256}` };
  const { cube, dimensions } = await releases.once(key, ['cube'], async () => {
    const made = cubeOf(await rowsOfSet(session, set));
    return { cube: made, dimensions: dimensionsOf(made) as Record<string, SourceDimension> };
  });
  return {
    id: registryId(set),
    kind: 'REGISTRY',
    label: { en: set.nameEn, zh: set.nameZh },
    citation: {
      en: `${set.citation} Data set ${set.id}, version ${set.version}. Licence: ${set.licence}.`,
      zh: `${set.citation} 数据集${set.id}，版本${set.version}。许可：${set.licence}。`,
    },
    firstYear: Math.min(...cube.units.map(({ firstYear }) => firstYear)),
    lastYear: Math.max(...cube.units.map(({ lastYear }) => lastYear)),
    toCome: toComeOf(set, cube),
    protection: set.published ? 'PUBLISHED' : 'SUPPRESSED',
    rule: set.published ? NOTHING_HIDDEN : { ...releases.rule, variance: 0, deviation: 0 },
    events: (['CASES', 'DEATHS'] as const).filter((events) => cube.counts[events] !== undefined),
    dimensions,
    absent: ABSENT,
    count: async (asked) => countEvents(cube, asked),
    personYears: async (axes, chosen) => personYears(set, cube, axes, chosen),
    once: (words, work) => releases.once(key, words, work),
    // What is published is free to be read; hidden counts are told as often as a release's.
    charge: async (words, counts) => {
      if (!set.published)
        await takeCounts(session, releases.budget.perDay, {
          name: `${registryId(set)} ${words.join(' ')}`,
          counts,
        });
    },
  };
};
