import { join } from 'node:path';

/** Where the encrypted file of an export waits for its recipient. @param folder of exports */
export const dataExportFile = (folder: string, id: string): string =>
  join(folder, `${id}.tar.gz.age`);
