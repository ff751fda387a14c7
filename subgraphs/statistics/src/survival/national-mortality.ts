import type { Session } from '@nodp/database';
import { lifeTables } from '../registry-data/life-tables.ts';
import type { GeneralMortality } from '../sources/source.ts';

/** Mortality of the nation by the life tables loaded last, with the version's name; null where none were loaded. */
export const nationalMortality = async (
  session: Session,
): Promise<(GeneralMortality & { readonly version: string }) | null> => {
  for (const { id, version, name, citation, firstYear, lastYear, tables } of await lifeTables(
    session,
  )) {
    const national = tables.find(({ region }) => region === null);
    if (national === undefined) continue;
    return {
      version: `${id} ${version}`,
      table: national.table,
      note: {
        en: `Expected survival by sex, age and year: ${name.en}, ${firstYear}–${lastYear} (version ${version}). ${citation}`,
        zh: `按性别、年龄和年份的预期生存：${name.zh}，${firstYear}–${lastYear}年（第${version}版）。${citation}`,
      },
    };
  }
  return null;
};
