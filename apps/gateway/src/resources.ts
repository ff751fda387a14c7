import { PlatformError } from '@nodp/database';
import { createReleases, type EngineName, type Releases } from '@nodp/warehouse';

/** What a process has to know to open the resources that its subgraphs need. */
export interface ResourceSettings {
  /** PostgreSQL as the application role. */
  readonly applicationUrl: string;
  /** Folder of the releases; null where the setting is missing. */
  readonly releases: string | null;
  readonly releaseEngine: EngineName;
  /** Hears of what fails while a resource is prepared in the background. */
  readonly onError: (error: Error, what: string) => void;
}

interface Resource {
  close(): Promise<void>;
}

/** Every resource that a subgraph's registration may need, and how a process opens it. */
const openers = {
  /** Releases of the research pool, opened once and shared by research and statistics. */
  releases: ({ releases, releaseEngine, applicationUrl, onError }: ResourceSettings): Releases => {
    if (releases === null)
      throw new PlatformError(
        'no-setting',
        'NODP_RELEASES is not set: the folder of the releases.',
      );
    const opened = createReleases({
      folder: releases,
      engine: { kind: releaseEngine, url: applicationUrl },
    });
    // The newest release is read before the first researcher waits for it (2 s at a million patients).
    void opened
      .openNewest()
      .catch((error: Error) => onError(error, 'the newest release does not open'));
    return opened;
  },
} as const;

export type ResourceName = keyof typeof openers;

export interface OpenResources {
  /** The resources of these names, for a subgraph's context. */
  of(names: readonly ResourceName[]): object;
  close(): Promise<void>;
}

/** Opens each resource once for all its users, and closes the resources in the opposite order. */
export const openResources = (
  names: Iterable<ResourceName>,
  settings: ResourceSettings,
): OpenResources => {
  const open = new Map<ResourceName, Resource>();
  for (const name of names) if (!open.has(name)) open.set(name, openers[name](settings));
  return {
    of: (wanted) => Object.fromEntries(wanted.map((name) => [name, open.get(name)])),
    close: async () => {
      for (const resource of [...open.values()].toReversed()) await resource.close();
    },
  };
};
