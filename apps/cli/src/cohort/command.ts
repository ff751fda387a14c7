import { readFile, stat, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { CirceError } from '@nodp/circe';
import { PlatformError } from '@nodp/database';
import type { Language } from '@nodp/terminology';
import { exchanged, printed } from './exchange.ts';

export const cohortHelp = `nodp cohort circe FILE     a cohort definition of OHDSI's ATLAS (circe JSON) as one of ours, or one of ours (JSON) as circe's;
                           what the other has no equivalent of is named with its place, never dropped in silence
  --print                    circe's print-friendly text (Markdown) of a circe definition instead
  --out FILE                 writes the result there, and the remarks to the screen
  --language en|zh           of remarks (en)
Ends with 1 when something has no equivalent (with --print: when the checker finds something critical), 2 when FILE cannot be read.`;

const MAX_BYTES = 5_000_000;

const languageOf = (written: string): Language => {
  if (written === 'en' || written === 'zh') return written;
  throw new PlatformError('usage', '--language is en or zh.');
};

const readJson = async (path: string): Promise<unknown> => {
  const { size } = await stat(path);
  if (size > MAX_BYTES)
    throw new PlatformError('usage', `${path} has more than ${MAX_BYTES / 1_000_000} MB.`);
  const text = await readFile(path, 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CirceError(path, `is not JSON: ${(error as Error).message}`);
  }
};

export const cohortCommand = async (args: string[]): Promise<number> => {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      print: { type: 'boolean', default: false },
      out: { type: 'string' },
      language: { type: 'string', default: 'en' },
    },
  });
  const [what, path] = positionals;
  if (what !== 'circe' || path === undefined) throw new PlatformError('usage', cohortHelp);
  const language = languageOf(values.language);
  try {
    const json = await readJson(path);
    const { text, remarks, whole } = values.print
      ? printed(json, language)
      : exchanged(json, language);
    if (values.out === undefined) process.stdout.write(text);
    else await writeFile(values.out, text);
    for (const remark of remarks) console.error(remark);
    return whole ? 0 : 1;
  } catch (error) {
    if (!(error instanceof CirceError)) throw error;
    console.error(error.message);
    return 2;
  }
};
