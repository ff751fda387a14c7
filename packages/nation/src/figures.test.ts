import {
  ageStandardised,
  icssWeights,
  type LifeTable,
  lifeTable,
  poharPerme,
  type RelativeCurve,
} from '@nodp/biostatistics';
import { diagnosisDay, endOfFollowUp } from '@nodp/oncology';
import { siteGroupOfCi5 } from '@nodp/terminology';
import { beforeAll, describe, expect, test } from 'vitest';
import { nation } from './nation.ts';
import { incidence } from './sources/incidence.ts';
import { LIFE_TABLE_AGES, mortality } from './sources/life-table.ts';
import { PUBLISHED_STAGE, PUBLISHED_STAGE_I } from './sources/stage.ts';
import { PUBLISHED_SURVIVAL, PUBLISHED_SURVIVAL_ALL } from './sources/survival.ts';
import { dayOf, YEAR } from './time/days.ts';

/** What the nation must come close to, at 100,000 patients: generation alone, from the rows as hospitals sent them. */
const PATIENTS = 100_000;
const FIVE_YEARS = 5 * YEAR;
const CLOSING = '2026-06-30';

interface Seen {
  readonly site: string;
  readonly sex: 'male' | 'female';
  readonly certificateOnly: boolean;
  readonly stage: string;
  readonly born: number;
  readonly diagnosed: number;
  readonly days: number;
  readonly died: 0 | 1;
}

const seen: Seen[] = [];
let hospitals = 0;

beforeAll(() => {
  for (const { people, lastContactOn, records, summary } of nation({ patients: PATIENTS })) {
    if (people.length > 1) hospitals++;
    const report = records.tumour?.find(({ record }) => record.spread === 'PRIMARY');
    const first = report?.record;
    const patient = people[0]?.record;
    if (!report || !first?.diagnosed || first.siteGroup === null || !patient?.born) continue;
    const { vitalStatus, died, born } = patient;
    // Of no case is a year the date, nor what no person can have lived.
    if (first.diagnosed.precision === 'year') continue;
    const from = diagnosisDay(first.diagnosed, born, died, CLOSING).day;
    if (from === null) continue;
    const diagnosed = dayOf(from);
    const followed = endOfFollowUp({
      vitalStatus,
      died,
      lastContact: lastContactOn,
      from,
      closing: CLOSING,
    });
    if (followed === null) continue;
    const end = dayOf(followed.day);
    seen.push({
      site: first.siteGroup,
      sex: patient.sex === 'MALE' ? 'male' : 'female',
      certificateOnly: first.basisOfDiagnosis === '0',
      stage: summary.tumours.find(({ tumourId }) => tumourId === report.id)?.broadStage ?? '',
      born: dayOf(born.date),
      diagnosed,
      days: end - diagnosed,
      died: vitalStatus === 'DEAD' ? 1 : 0,
    });
  }
}, 900_000);

const share = (of: readonly Seen[], what: (s: Seen) => boolean): number =>
  of.filter(what).length / of.length;

/** New cases of a site in the source, in thousands of thousands. */
const casesOf = (site: string, keep: (cell: (typeof incidence)[number]) => boolean = () => true) =>
  incidence
    .filter((cell) => keep(cell) && (siteGroupOfCi5(cell.cancer) ?? 'other') === site)
    .reduce((sum, cell) => sum + cell.rate * cell.personYears, 0);

describe('the cancers are those of Cancer Incidence in Five Continents vol. XII', () => {
  const sites = [
    'lung',
    'stomach',
    'colorectum',
    'liver',
    'breast',
    'thyroid',
    'oesophagus',
    'cervix',
    'prostate',
    'pancreas',
    'bladder',
    'ovary',
    'nasopharynx',
  ];
  const all = incidence.reduce((sum, cell) => sum + cell.rate * cell.personYears, 0);

  test.each(sites)(
    '%s: its share of all cases within 2 %% of itself and four standard errors',
    (site) => {
      const expected = casesOf(site) / all;
      const error = Math.sqrt((expected * (1 - expected)) / seen.length);
      const found = share(seen, (s) => s.site === site);
      expect(Math.abs(found - expected)).toBeLessThan(0.02 * expected + 4 * error);
    },
  );

  test.each(['lung', 'breast', 'cervix', 'prostate', 'thyroid', 'liver'])(
    '%s: the age curve lies within two points of the source in every ten years of age',
    (site) => {
      const own = seen.filter((s) => s.site === site);
      for (let group = 0; group < 18; group += 2) {
        const expected =
          casesOf(site, (c) => c.age === group || c.age === group + 1) / casesOf(site);
        const found = share(own, (s) => {
          const age = Math.floor((s.diagnosed - s.born) / YEAR);
          return age >= group * 5 && (group === 16 || age < group * 5 + 10);
        });
        expect(Math.abs(found - expected), `ages ${group * 5} on`).toBeLessThan(0.02);
      }
    },
  );

  test('men and women have them as in the source', () => {
    const men = incidence
      .filter((c) => c.sex === 'male')
      .reduce((sum, c) => sum + c.rate * c.personYears, 0);
    expect(share(seen, (s) => s.sex === 'male')).toBeCloseTo(men / all, 2);
  });
});

describe('stage at diagnosis is that of Zeng et al. 2021 and Fu et al. 2023', () => {
  const five = () =>
    // The study was of hospitals' patients.
    seen.filter(
      (s) =>
        !s.certificateOnly &&
        ['lung', 'stomach', 'oesophagus', 'colorectum', 'breast'].includes(s.site),
    );
  const known = () => five().filter((s) => s.stage !== 'UNKNOWN');
  const late = (of: readonly Seen[]) =>
    share(of, (s) => s.stage === 'STAGE_III' || s.stage === 'STAGE_IV');

  test('unknown in one of five, within 1.5 points', () => {
    const found = share(five(), (s) => s.stage === 'UNKNOWN');
    expect(Math.abs(found - PUBLISHED_STAGE.unknown)).toBeLessThan(0.015);
  });

  test('stages III and IV of five cancers: within 4 points for men and women, and for both as they were in the study', () => {
    const { late: published, men, women } = PUBLISHED_STAGE;
    const male = late(known().filter((s) => s.sex === 'male'));
    const female = late(known().filter((s) => s.sex === 'female'));
    expect(Math.abs(male - published.male)).toBeLessThan(0.04);
    expect(Math.abs(female - published.female)).toBeLessThan(0.04);
    const both = (male * men + female * women) / (men + women);
    expect(Math.abs(both - published.both)).toBeLessThan(0.03);
  });

  test.each(Object.entries(PUBLISHED_STAGE_I))(
    'stage I of %s within 4 points',
    (site, expected) => {
      const own = known().filter((s) => s.site === site);
      expect(Math.abs(share(own, (s) => s.stage === 'STAGE_I') - expected)).toBeLessThan(0.04);
    },
  );
});

describe('5-year survival is that of Zeng et al. 2024, age-standardised', () => {
  const table = (): LifeTable =>
    lifeTable({
      ages: LIFE_TABLE_AGES.map((age) => age * YEAR),
      years: [0],
      factors: [{ name: 'sex', categories: ['male', 'female'] }],
      hazards: [...mortality.male, ...mortality.female].map((rate) => rate / YEAR),
    });

  /** Who is known from a death certificate only was never followed. */
  const curveOf = (all: readonly Seen[]): RelativeCurve => {
    const of = all.filter((s) => !s.certificateOnly);
    return poharPerme(
      table(),
      {
        time: of.map((s) => Math.max(1, s.days)),
        status: of.map((s) => s.died),
        age: of.map((s) => s.diagnosed - s.born),
        date: of.map((s) => s.diagnosed),
        stratum: of.map((s) => (s.sex === 'male' ? 0 : 1)),
      },
      { precision: 30 } as never,
    );
  };

  const AGES = [15, 45, 55, 65, 75];
  const groupsOf = (of: readonly Seen[]): Seen[][] =>
    AGES.map((from, i) =>
      of.filter((s) => {
        const age = (s.diagnosed - s.born) / YEAR;
        return age >= from && age < (AGES[i + 1] ?? 200);
      }),
    );
  /** Per cent, with its standard error. */
  const estimate = (of: readonly Seen[]): readonly [number, number] => {
    const points = ageStandardised(groupsOf(of).map(curveOf), icssWeights(1), [FIVE_YEARS]);
    const point = points[0];
    if (!point) throw new Error('not estimable');
    return [100 * point.survival, 100 * point.standardError];
  };
  const survival = (of: readonly Seen[]): number => estimate(of)[0];
  const atAllAges = (of: readonly Seen[]): number =>
    ageStandardised([curveOf(of)], [1], [FIVE_YEARS])[0]?.survival ?? Number.NaN;
  const common = ['lung', 'stomach', 'colorectum', 'liver', 'breast', 'oesophagus'];
  // Too few old men have it for the oldest groups to be estimated at this size.
  const rare = ['testis'];

  test.each(Object.entries(PUBLISHED_SURVIVAL).filter(([site]) => !rare.includes(site)))(
    '%s: %d per cent, within 2 points and three standard errors',
    (site, published) => {
      const [found, error] = estimate(seen.filter((s) => s.site === site));
      expect(Math.abs(found - published)).toBeLessThan(2 + 3 * error);
    },
  );

  test.each(common)('%s within 2 points, for there are many', (site) => {
    const found = survival(seen.filter((s) => s.site === site));
    const published = PUBLISHED_SURVIVAL[site as keyof typeof PUBLISHED_SURVIVAL];
    expect(Math.abs(found - published)).toBeLessThan(2);
  });

  test('all cancers together within 3 points', () => {
    expect(Math.abs(survival(seen) - PUBLISHED_SURVIVAL_ALL)).toBeLessThan(3);
  });

  test.each(['lung', 'stomach', 'colorectum', 'breast', 'liver', 'prostate'])(
    '%s: the later the stage, the fewer live',
    (site) => {
      const by = ['STAGE_I', 'STAGE_II', 'STAGE_III', 'STAGE_IV'].map((stage) =>
        atAllAges(seen.filter((s) => s.site === site && s.stage === stage)),
      );
      expect(by).toEqual([...by].sort((a, b) => b - a));
    },
  );
});

test('one patient in twelve is known to two hospitals', () => {
  expect(hospitals / PATIENTS).toBeCloseTo(1 / 12, 2);
});
