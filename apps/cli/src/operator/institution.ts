import { parseArgs } from 'node:util';
import { auditOperator, PlatformError } from '@nodp/database';
import { INSTITUTION_TIERS } from '@nodp/terminology/administrative';
import { provinceOf } from '@nodp/terminology/provinces';
import { v7 as uuidv7 } from 'uuid';
import { withDatabase } from './database.ts';

const tiers = [...INSTITUTION_TIERS.keys()].map((code) => code.toUpperCase());

export const institutionHelp = `nodp institution add CODE  adds an institution, or renews what is known of it
  --en NAME --zh NAME        its name in both languages
  --tier TIER                ${tiers.join(', ')}
  --region CODE              GB/T 2260, six digits, e.g. 440000`;

const need = (name: string, value: string | undefined): string => {
  if (value === undefined)
    throw new PlatformError('usage', `--${name} is missing.\n\n${institutionHelp}`);
  return value;
};

export const institutionCommand = async (
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<number> => {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      en: { type: 'string' },
      zh: { type: 'string' },
      tier: { type: 'string' },
      region: { type: 'string' },
    },
  });
  const [verb, code] = positionals;
  if (verb !== 'add' || code === undefined) throw new PlatformError('usage', institutionHelp);
  const tier = need('tier', values.tier).toUpperCase();
  if (!tiers.includes(tier)) {
    throw new PlatformError('usage', `There is no tier ${tier}; there are ${tiers.join(', ')}.`);
  }
  const region = need('region', values.region);
  if (provinceOf(region) === null) {
    throw new PlatformError('usage', `${region} is no division at province level of GB/T 2260.`);
  }
  const row = {
    id: uuidv7(),
    code,
    name_en: need('en', values.en),
    name_zh: need('zh', values.zh),
    tier,
    region_code: region,
  };
  await withDatabase(env, async (sql) => {
    await auditOperator(sql, 'nodp institution add', { institution: code });
    await sql`
      insert into basic.institution ${sql(row)} on conflict (code) do update set
        name_en = excluded.name_en, name_zh = excluded.name_zh, tier = excluded.tier, region_code = excluded.region_code`;
  });
  console.log(`${code} is in the network.`);
  return 0;
};
