import type { Session } from '@nodp/database';
import { nationalDay, takeCounts } from '@nodp/graph';
import {
  type CaseColumns,
  type Crossings,
  crossingsOf,
  type ListedRelease,
  type Releases,
} from '@nodp/warehouse';
import { judgedCounts } from '../../care/judged.ts';
import {
  readAreaYears,
  readInstitutionNames,
  readRegistryNames,
  readSources,
  registrationRevision,
} from '../../registration/area-years.ts';
import { coverageOf } from '../../registration/coverage.ts';
import { rateBasis } from '../../registration/in-words.ts';
import { type AreaYear, isWhole } from '../../registration/registration.ts';
import { screenedCounts } from '../../screening/counts.ts';
import { nationalMortality } from '../../survival/national-mortality.ts';
import type { Source } from '../source.ts';
import { ABSENT, releaseDimensions } from './dimensions.ts';
import { followedCases, reportedCases } from './followed.ts';
import { personYearsOf } from './person-years.ts';
import { countTold } from './wider.ts';

/** Crossings of an open release; those of the registries' last state. */
const made = new WeakMap<
  CaseColumns,
  { readonly revision: string; readonly crossings: Crossings }
>();

/** Id of a release as a source. */
export const releaseId = (number: number): string => `release-${number}`;

/** Number of the release that an id is of; null where it is of none. */
export const readReleaseId = (id: string): number | null => {
  const number = /^release-([1-9]\d{0,8})$/.exec(id)?.[1];
  return number === undefined ? null : Number(number);
};

/** Days since 1970-01-01. */
const closingDay = ({ closing }: ListedRelease): number => Date.parse(closing) / 86_400_000;

/** What the registries say, for a release. */
const registrationOf = async (releases: Releases, session: Session, release: ListedRelease) => {
  const builtOn = nationalDay(new Date(release.builtAt));
  const lacks = await releases.lacking(release.number);
  const apart = !lacks({ table: 'cases', column: 'institution' });
  const areaYears = await readAreaYears(session);
  return {
    areaYears,
    builtOn,
    reports: !lacks({ table: 'cases', column: 'registered_days' }),
    screens: !lacks({ table: 'screening', column: 'programme' }),
    sources: await readSources(session),
    coverage: coverageOf(areaYears, builtOn),
    dimensions: releaseDimensions(
      release,
      await readRegistryNames(session),
      apart ? await readInstitutionNames(session) : null,
      (column) => lacks({ table: 'cases', column }),
    ),
  };
};

/** The cases of a release, opened when they are first counted. */
const crossingsIn = async (
  releases: Releases,
  { number }: ListedRelease,
  revision: string,
  areaYears: readonly AreaYear[],
  builtOn: string,
): Promise<Crossings> => {
  const { cases } = await releases.open(number);
  const known = made.get(cases);
  if (known?.revision === revision) return known.crossings;
  const whole = new Map(
    areaYears
      .filter((one) => isWhole(one, builtOn))
      .map(({ year, region, registry }) => [`${year} ${region}`, registry]),
  );
  const crossings = crossingsOf(
    cases,
    (year, province) => whole.get(`${year} ${province}`) ?? null,
  );
  made.set(cases, { revision, crossings });
  return crossings;
};

/** A release of the platform as a source: its counts are hidden where small, moved, and taken from the account's budget. */
export const releaseSource = async (
  releases: Releases,
  session: Session,
  release: ListedRelease,
): Promise<Source> => {
  // Asked together: one round trip to the database.
  const [revision, mortality] = await Promise.all([
    registrationRevision(session),
    nationalMortality(session),
  ]);
  const { areaYears, builtOn, sources, coverage, dimensions, screens, reports } =
    await releases.once(release, ['source', revision], () =>
      registrationOf(releases, session, release),
    );
  const state = [revision, mortality?.version ?? 'no life table'];
  const day = release.builtAt.slice(0, 10);
  return {
    id: releaseId(release.number),
    kind: 'RELEASE',
    label: { en: `Release ${release.number} of the platform`, zh: `平台发布版${release.number}` },
    citation: {
      en: `National Oncology Data Platform, release ${release.number}, built ${day}, SHA-256 ${release.checksum.slice(0, 12)}.`,
      zh: `国家肿瘤数据平台，发布版${release.number}，生成于${day}，SHA-256 ${release.checksum.slice(0, 12)}。`,
    },
    firstYear: release.firstYear,
    lastYear: release.lastYear,
    protection: 'MOVED',
    rule: releases.rule,
    events: ['CASES'],
    dimensions,
    absent: ABSENT,
    count: async (asked) =>
      countTold(
        await crossingsIn(releases, release, revision, areaYears, builtOn),
        asked,
        releases.rule,
      ),
    followed: async (axes, chosen) =>
      followedCases(
        (await releases.open(release.number)).cases,
        await crossingsIn(releases, release, revision, areaYears, builtOn),
        closingDay(release),
        axes,
        chosen,
      ),
    ...(reports && {
      reported: async (axes, chosen) =>
        reportedCases(
          (await releases.open(release.number)).cases,
          await crossingsIn(releases, release, revision, areaYears, builtOn),
          closingDay(release),
          axes,
          chosen,
        ),
    }),
    judged: async (indicator, axes, chosen) =>
      judgedCounts(
        releases,
        release,
        await crossingsIn(releases, release, revision, areaYears, builtOn),
        indicator,
        axes,
        chosen,
      ),
    ...(screens && {
      screened: async (step, axes, chosen) =>
        screenedCounts(
          await (await releases.open(release.number)).screening(),
          step,
          axes,
          chosen,
          releases.rule.minimumCell,
        ),
    }),
    lifeTable: async () => mortality,
    personYears: async (axes, chosen) => {
      const span = chosen.YEAR?.map(Number);
      return personYearsOf(
        areaYears,
        builtOn,
        axes,
        chosen,
        rateBasis(
          coverage,
          {
            regions: chosen.PROVINCE,
            fromYear: span && Math.min(...span),
            toYear: span && Math.max(...span),
          },
          sources,
        ),
      );
    },
    once: (words, work) => releases.once(release, [...words, ...state], work),
    charge: (words, counts) =>
      takeCounts(session, releases.budget.perDay, {
        name: `${release.number} ${words.join(' ')}`,
        counts,
      }),
  };
};
