import { type Institution, institutions } from '@nodp/nation';
import postgres from 'postgres';
import { demonstrationIsLoaded, writeDemonstrationAccounts } from './demonstration-accounts.ts';

const write = async (sql: postgres.Sql, all: readonly Institution[]): Promise<void> => {
  const rows = all.map(({ id, code, nameEn, nameZh, tier, regionCode }) => ({
    id,
    code,
    name_en: nameEn,
    name_zh: nameZh,
    tier,
    region_code: regionCode,
  }));
  await sql`insert into basic.institution ${sql(rows)} on conflict do nothing`;
};

/** Loads the demonstration once. */
export const loadDemonstration = async (
  ownerUrl: string,
  patients: number,
  identityKey: Uint8Array,
  say: (line: string) => void,
): Promise<void> => {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    if (await demonstrationIsLoaded(sql)) return;
    say(`Making the demonstration nation: ${patients} patients…`);
    await write(sql, institutions);
    await writeDemonstrationAccounts(sql);
  } finally {
    await sql.end();
  }
};
