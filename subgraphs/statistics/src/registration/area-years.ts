import { query, type Session, statement } from '@nodp/database';
import { institution } from '@nodp/database/tables';
import { and, eq, sql } from 'drizzle-orm';
import { personYears, registry, registryYear } from '../tables.ts';
import type { AreaYear } from './registration.ts';

const rows = statement(
  query
    .select({
      registryCode: personYears.registryCode,
      regionCode: personYears.regionCode,
      year: personYears.year,
      sex: personYears.sex,
      ages: personYears.ages,
      completeness: registryYear.completeness,
      closedOn: registryYear.closedOn,
    })
    .from(personYears)
    .innerJoin(
      registryYear,
      and(
        eq(registryYear.registryCode, personYears.registryCode),
        eq(registryYear.year, personYears.year),
      ),
    )
    .orderBy(personYears.regionCode, personYears.year, personYears.sex),
);

/** Every area and year under registration; a sex that was not loaded lived no person-year. */
export const readAreaYears = async (session: Session): Promise<AreaYear[]> => {
  const byArea = Map.groupBy(await session.run(rows), (row) => `${row.regionCode} ${row.year}`);
  return [...byArea.values()].flatMap((sexes) => {
    const [first] = sexes;
    if (first === undefined) return [];
    const agesOf = (sex: number) =>
      Float64Array.from(sexes.find((row) => row.sex === sex)?.ages ?? new Array(18).fill(0));
    const { registryCode, regionCode, year, completeness, closedOn } = first;
    const lived = [agesOf(0), agesOf(1)] as const;
    return [{ registry: registryCode, region: regionCode, year, completeness, closedOn, lived }];
  });
};

const lastLoad = statement(
  query
    .select({
      revision:
        sql<string>`count(*) || ' ' || coalesce(max(${registry.loadedAt})::text, '') || ' ' || (select count(*) from ${institution})`.as(
          'revision',
        ),
    })
    .from(registry),
);

/** Another text whenever registries or institutions were loaded or taken away: answers worked out before are not of them. */
export const registrationRevision = async (session: Session): Promise<string> =>
  (await session.run(lastLoad))[0]?.revision ?? '';

const sources = statement(
  query
    .select({ code: registry.code, sourceEn: registry.sourceEn, sourceZh: registry.sourceZh })
    .from(registry)
    .orderBy(registry.code),
);

/** Where each registry's person-years are from, by its code. */
export const readSources = async (
  session: Session,
): Promise<ReadonlyMap<string, { readonly en: string; readonly zh: string }>> =>
  new Map(
    (await session.run(sources)).map(({ code, sourceEn: en, sourceZh: zh }) => [code, { en, zh }]),
  );

const names = statement(
  query
    .select({ code: registry.code, nameEn: registry.nameEn, nameZh: registry.nameZh })
    .from(registry)
    .orderBy(registry.code),
);

/** Every registry with its name, by code. */
export const readRegistryNames = async (
  session: Session,
): Promise<readonly { readonly code: string; readonly name: { en: string; zh: string } }[]> =>
  (await session.run(names)).map(({ code, nameEn: en, nameZh: zh }) => ({
    code,
    name: { en, zh },
  }));

const institutions = statement(
  query
    .select({ code: institution.code, nameEn: institution.nameEn, nameZh: institution.nameZh })
    .from(institution)
    .orderBy(institution.code),
);

/** Every institution of the platform with its name, by code. */
export const readInstitutionNames = async (
  session: Session,
): Promise<readonly { readonly code: string; readonly name: { en: string; zh: string } }[]> =>
  (await session.run(institutions)).map(({ code, nameEn: en, nameZh: zh }) => ({
    code,
    name: { en, zh },
  }));
