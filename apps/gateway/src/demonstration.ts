import { connect, identityCipher } from '@nodp/database';
import { copyNation, nation } from '@nodp/nation';
import { importArticles, landmarks } from '@nodp/subgraph-research';
import postgres from 'postgres';
import { platformPrincipal } from './auth/platform-principal.ts';
import type { Records } from './database.ts';
import { demonstrationIsLoaded, writeDemonstrationAccounts } from './demonstration-accounts.ts';

/** Tells how far it is, a line each tenth. */
const progressLines = (say: (line: string) => void) => {
  let told = -1;
  return ({ patients, of }: { patients: number; of: number }): void => {
    const tenth = Math.floor((10 * patients) / of);
    if (tenth === told) return;
    told = tenth;
    say(
      `  ${tenth * 10} % (${patients.toLocaleString('en')} of ${of.toLocaleString('en')} patients)`,
    );
  };
};

/**
 * Loads the demonstration once: the nation, landmark articles, then the accounts, which mark it as whole.
 * A load that was killed goes on where it stopped.
 */
export const loadDemonstration = async (
  { ownerUrl, applicationUrl }: Records,
  patients: number,
  identityKey: Uint8Array,
  say: (line: string) => void,
): Promise<void> => {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    if (await demonstrationIsLoaded(sql)) return;
    say(
      `Making the demonstration nation: ${patients.toLocaleString('en')} patients, none of them real.`,
    );
    await copyNation(ownerUrl, nation({ patients }), {
      cipher: identityCipher({ identityKey }),
      onProgress: progressLines(say),
    });
    const database = connect(applicationUrl, { max: 1 });
    try {
      await database.session(platformPrincipal, (session) => importArticles(session, landmarks));
    } finally {
      await database.end();
    }
    await writeDemonstrationAccounts(sql);
  } finally {
    await sql.end();
  }
};
