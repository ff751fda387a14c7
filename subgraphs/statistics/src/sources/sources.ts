import type { Session } from '@nodp/database';
import { badInput } from '@nodp/graph';
import type { Releases } from '@nodp/warehouse';
import { releaseId, releaseSource } from './release/release.ts';
import type { Source } from './source.ts';

/** Every source that can be asked, newest first. */
export const everySource = async (releases: Releases, session: Session): Promise<Source[]> => {
  const sources: Source[] = [];
  for (const release of await releases.listed())
    sources.push(await releaseSource(releases, session, release));
  return sources;
};

/** @throws BAD_USER_INPUT where there is none of the id */
export const sourceOf = async (
  releases: Releases,
  session: Session,
  id: string,
): Promise<Source> => {
  const listed = await releases.listed();
  const release = listed.find(({ number }) => releaseId(number) === id);
  if (release === undefined)
    throw badInput(
      `There is no source ${id.slice(0, 60)}. Give one of ${listed.map(({ number }) => releaseId(number)).join(', ') || 'none: no release was built yet'}; \`statisticsSources\` lists them.`,
    );
  return releaseSource(releases, session, release);
};
