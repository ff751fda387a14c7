import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { PlatformError } from '../problems.ts';
import type { FileSum } from './packed.ts';

const schema = v.object({
  Files: v.array(
    v.object({
      Path: v.optional(v.string()),
      /** Where the name is no UTF-8: its bytes in hex. */
      'Encoded-Path': v.optional(v.string()),
      Size: v.number(),
      'Checksum-Algorithm': v.literal('SHA256'),
      Checksum: v.string(),
    }),
  ),
  'Manifest-Checksum': v.string(),
});

const damaged = (what: string) =>
  new PlatformError(
    'damaged',
    `The backup is damaged: ${what}. Restore another backup, and make a new one.`,
  );

/**
 * The files of a base backup by their paths, as PostgreSQL's backup manifest lists them.
 * @param text of `backup_manifest`
 * @throws PlatformError `damaged` where the manifest is not what the server wrote
 */
export const readManifest = (text: string): ReadonlyMap<string, FileSum> => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw damaged('its manifest cannot be read');
  }
  const read = v.safeParse(schema, json);
  if (!read.success) throw damaged('its manifest is not one');
  const signed = text.slice(0, text.lastIndexOf('"Manifest-Checksum"'));
  if (createHash('sha256').update(signed).digest('hex') !== read.output['Manifest-Checksum'])
    throw damaged('its manifest is not what was written (SHA-256)');
  return new Map(
    read.output.Files.map((file) => [
      file.Path ?? Buffer.from(file['Encoded-Path'] ?? '', 'hex').toString('latin1'),
      { bytes: file.Size, sha256: file.Checksum },
    ]),
  );
};

/**
 * What is wrong with files that were unpacked, against the manifest: the first three in words; null where they are the ones.
 * Files that the manifest does not list are no fault: the log and the manifest itself.
 */
export const manifestProblem = (
  manifest: ReadonlyMap<string, FileSum>,
  unpacked: ReadonlyMap<string, FileSum>,
): string | null => {
  const problems: string[] = [];
  for (const [path, expected] of manifest) {
    const found = unpacked.get(path);
    if (found === undefined) problems.push(`${path} is missing`);
    else if (found.bytes !== expected.bytes)
      problems.push(`${path} has ${found.bytes} bytes where ${expected.bytes} were written`);
    else if (found.sha256 !== expected.sha256)
      problems.push(`${path} is not what was written (SHA-256)`);
  }
  if (problems.length === 0) return null;
  const more = problems.length - 3;
  return problems.slice(0, 3).join('; ') + (more > 0 ? `; and ${more} more` : '');
};
