import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the content of a file lies, and the list of its rows of which something is to be said. */
export const placesOf = (
  folder: string,
  institution: string,
  id: string,
): { readonly content: string; readonly told: string } => ({
  content: join(folder, `${institution}-${id}.rows`),
  told: join(folder, `${institution}-${id}.told`),
});

export const removeQuietly = (path: string): Promise<void> => rm(path, { force: true });
