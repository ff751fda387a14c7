import { connect } from '@nodp/database';
import { copyNation, nation } from '@nodp/nation';
import { buildRelease, importArticles, landmarks } from '@nodp/subgraph-research';
import type { EngineName } from '@nodp/warehouse';
import postgres from 'postgres';
import { platformPrincipal } from './auth/platform-principal.ts';
import type { Records } from './database.ts';
import { demonstrationIsLoaded, writeDemonstrationAccounts } from './demonstration-accounts.ts';
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
    if (await demonstrationIsLoaded(sql)) return;
    starting.plan('release');
    starting.begin('nation');
    say(
      `Making the demonstration nation: ${patients.toLocaleString('en')} patients, none of them real.`,
    );
    await copyNation(ownerUrl, nation({ patients }), {
      identityKey,
      storage,
      onProgress: progressLines(say, starting),
    });
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
    await writeDemonstrationAccounts(sql);
    starting.end('release');
  } finally {
    await sql.end();
  }
};
