import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate } from '@nodp/database';
import { migrations } from '@nodp/gateway/registry';
import { imageProblems } from '@nodp/subgraph-imaging/dicom';
import { unreadableIdentities } from '@nodp/subgraph-patients/jobs';
import { releaseProblems } from '@nodp/subgraph-research';

/**
 * What is wrong with a restored platform beside its tables: names that its key does not open, releases whose files are not
 * what was registered, images that are not there. Each in words.
 * @param images their folder
 */
export const furtherProblems = async (
  ownerUrl: string,
  home: string,
  images: string,
): Promise<string[]> => {
  const key = Buffer.from((await readFile(join(home, 'identity.key'), 'utf8')).trim(), 'base64');
  const unreadable = await unreadableIdentities(ownerUrl, key);
  return [
    ...(unreadable > 0 ? [`the identity key does not open ${unreadable} of the newest names`] : []),
    ...(await releaseProblems(ownerUrl, join(home, 'releases'))),
    ...(await imageProblems(ownerUrl, images, key)),
  ];
};

/** Brings a restored copy to this version, as a start would: what fails here would fail then. */
export const upgradeProblems = async (ownerUrl: string): Promise<string[]> => {
  try {
    await migrate(ownerUrl, migrations);
    return [];
  } catch (error) {
    return [`this version cannot take it over: ${(error as Error).message}`];
  }
};
