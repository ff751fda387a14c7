import { connect } from '@nodp/database';
import { copyNation, deliveriesOf, nation, registriesOf } from '@nodp/nation';
import { nationalDay } from '@nodp/oncology';
import { messagesOfDemonstration } from '@nodp/subgraph-followup/messages';
import { symptomsOfDemonstration } from '@nodp/subgraph-followup/symptoms';
import { boardsOfDemonstration } from '@nodp/subgraph-patients/boards';
import { prognosisOfDemonstration } from '@nodp/subgraph-patients/prognosis';
import { referralsOfDemonstration } from '@nodp/subgraph-patients/referrals';
import { switchRulesOfDemonstration } from '@nodp/subgraph-patients/rules';
import { buildRelease, importArticles, landmarks } from '@nodp/subgraph-research';
import { putRegistries } from '@nodp/subgraph-statistics';
import type { EngineName } from '@nodp/warehouse';
import postgres from 'postgres';
import { platformPrincipal } from './auth/platform-principal.ts';
import type { Records } from './database.ts';
import { demonstrationIsLoaded, writeDemonstrationAccounts } from './demonstration-accounts.ts';
import { fillBiobank } from './demonstration-biobank.ts';
import { sendDeliveries } from './demonstration-deliveries.ts';
import { storage } from './nation-storage.ts';
import { releaseExtracts } from './release-extracts.ts';
import type { Starting } from './starting/starting.js';

/** Tells how far it is: a line each tenth, and to who watches the page. */
const progressLines = (say: (line: string) => void, starting: Starting) => {
  let told = -1;
  return ({ patients, of }: { patients: number; of: number }): void => {
    starting.progress('nation', patients / of);
    const tenth = Math.floor((10 * patients) / of);
    if (tenth === told) return;
    told = tenth;
    say(
      `  ${tenth * 10} % (${patients.toLocaleString('en')} of ${of.toLocaleString('en')} patients)`,
    );
  };
};

/** Registries of a demonstration that an earlier version made without them: as many patients as its first release has. */
const registerEarlier = async (sql: postgres.Sql): Promise<void> => {
  const [first] = await sql<{ persons: number }[]>`
    select persons from research.release
    where not exists (select 1 from statistics.registry) order by number limit 1`;
  if (first !== undefined)
    await putRegistries(sql, registriesOf(nation({ patients: first.persons })));
};

export interface DemonstrationOptions {
  readonly patients: number;
  readonly identityKey: Uint8Array;
  /** Folder of the releases. */
  readonly releases: string;
  readonly releaseEngine: EngineName;
}

/**
 * Loads the demonstration once: the nation, landmark articles, the first release for research and statistics,
 * then the accounts, which mark it as whole. A load that was killed goes on where it stopped.
 */
export const loadDemonstration = async (
  { ownerUrl, applicationUrl }: Records,
  { patients, identityKey, releases, releaseEngine }: DemonstrationOptions,
  say: (line: string) => void,
  starting: Starting,
): Promise<void> => {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    if (await demonstrationIsLoaded(sql)) {
      await switchRulesOfDemonstration(sql);
      await boardsOfDemonstration(sql);
      await referralsOfDemonstration(sql);
      await prognosisOfDemonstration(sql);
      await symptomsOfDemonstration(sql);
      await messagesOfDemonstration(sql);
      return await registerEarlier(sql);
    }
    starting.plan('release');
    starting.begin('nation');
    say(
      `Making the demonstration nation: ${patients.toLocaleString('en')} patients, none of them real.`,
    );
    const whole = nation({ patients });
    await copyNation(ownerUrl, whole, {
      identityKey,
      storage,
      onProgress: progressLines(say, starting),
    });
    await sql`select basic.tally_earlier()`;
    await putRegistries(sql, registriesOf(whole));
    const database = connect(applicationUrl, { max: 1 });
    try {
      await database.session(platformPrincipal, (session) => importArticles(session, landmarks));
    } finally {
      await database.end();
    }
    const released = await sql`select 1 from research.release limit 1`;
    starting.end('nation');
    starting.begin('release');
    if (released.length === 0) {
      say('Building the first release of de-identified data.');
      await buildRelease({
        ownerUrl,
        extracts: releaseExtracts,
        folder: releases,
        engine: releaseEngine,
      });
    }
    await switchRulesOfDemonstration(sql);
    say('Sending what hospitals sent since: some of it is held, some under codes of their own.');
    await sendDeliveries(
      sql,
      applicationUrl,
      identityKey,
      deliveriesOf(whole, nationalDay(new Date())),
    );
    await boardsOfDemonstration(sql);
    await referralsOfDemonstration(sql);
    await prognosisOfDemonstration(sql);
    await symptomsOfDemonstration(sql);
    await fillBiobank(sql);
    await writeDemonstrationAccounts(sql);
    await messagesOfDemonstration(sql);
    starting.end('release');
  } finally {
    await sql.end();
  }
};
