import type { Session } from '@nodp/database';
import type { Releases } from '@nodp/warehouse';
import { refusal } from '../questions/words.ts';
import { newestSets, storedSet } from './registry/read-set.ts';
import { readRegistryId, registryId, registrySource } from './registry/registry.ts';
import { readReleaseId, releaseId, releaseSource } from './release/release.ts';
import type { Source } from './source.ts';

/** Every source that is offered, newest first: releases, then the newest version of each data set of registries. */
export const everySource = async (releases: Releases, session: Session): Promise<Source[]> => {
  const sources: Source[] = [];
  for (const release of await releases.listed())
    sources.push(await releaseSource(releases, session, release));
  for (const set of await newestSets(session))
    sources.push(await registrySource(releases, session, set));
  return sources;
};

/** @throws BAD_USER_INPUT where there is none of the id */
export const sourceOf = async (
  releases: Releases,
  session: Session,
  id: string,
): Promise<Source> => {
  const ofRegistries = readRegistryId(id);
  const set = ofRegistries && (await storedSet(session, ofRegistries.id, ofRegistries.version));
  if (set) return registrySource(releases, session, set);
  const number = readReleaseId(id);
  const release = number === null ? null : await releases.named(number);
  if (release === null) {
    const ids = [
      ...(await releases.listed()).map((listed) => releaseId(listed.number)),
      ...(await newestSets(session)).map(registryId),
    ];
    throw refusal({
      en: `There is no source ${id.slice(0, 60)}. Give one of ${ids.join(', ') || 'none: no release was built yet'}; \`statisticsSources\` lists them.`,
      zh:
        ids.length === 0
          ? '尚无数据来源：还没有发布版本。'
          : `没有数据来源“${id.slice(0, 60)}”。可选：${ids.join('、')}。`,
    });
  }
  return releaseSource(releases, session, release);
};
