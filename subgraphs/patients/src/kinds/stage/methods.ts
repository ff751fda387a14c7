import { STAGING_SYSTEMS } from '@nodp/terminology/snomed';

/** The first SNOMED CT code of each staging system, by the name under which stages keep it: `AJCC 8`, `FIGO`. */
const CODES: ReadonlyMap<string, string> = new Map(
  Object.entries(STAGING_SYSTEMS)
    .map(([code, { system, edition }]): [string, string] => [
      edition === null ? system : `${system} ${edition}`,
      code,
    ])
    .reverse(),
);

export const methodCodeOf = (system: string | null): string | null =>
  system === null ? null : (CODES.get(system) ?? null);
