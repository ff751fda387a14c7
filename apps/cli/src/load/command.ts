import { parseArgs } from 'node:util';
import { readSettings } from '@nodp/database';
import { Presets, SingleBar } from 'cli-progress';
import { tokenFor } from '../operator/token.ts';
import { sourceFiles } from './documents.ts';
import { loadFiles } from './load.ts';
import { platformAt } from './platform.ts';
import { summaryOf, type Tally } from './tally.ts';

export const loadHelp = `nodp load PATH…    sends files and folders of FHIR R4 Bundles and resources (.json, .ndjson, .gz), rows of CSV (.csv, .tsv) and
                   Excel (.xlsx), NAACCR (.xml, .naaccr), messages of HL7 v2 (.hl7), and
                   variants of MAF files (.maf, .gz; the patient's key in the column PATIENT_ID, else the sample's), to a platform
  --url URL          the running platform (NODP_URL, http://localhost:4000)
  --token TOKEN      bearer token of a hospital's system account (NODP_TOKEN)
  --account NAME     or its account (NODP_ACCOUNT); the password comes from NODP_PASSWORD or is asked for
  --parallel N       requests at once (2)
  --profile NAME     read files of rows by this mapping of the institution's (else by the one saved for their header)
Ends with 1 when anything was refused, 2 when it could not be sent.`;

const SHOWN = 20;

const report = (tally: Tally): void => {
  console.log(summaryOf(tally));
  if (tally.refusals.length === 0) return;
  console.error(
    `\nRefused (${tally.refusals.length > SHOWN ? `the first ${SHOWN} of ${tally.refusals.length} reasons` : 'why'}):`,
  );
  for (const { from, place, diagnostics } of tally.refusals.slice(0, SHOWN)) {
    console.error(`  ${from}${place ? ` ${place}` : ''}: ${diagnostics}`);
  }
};

/** @returns the exit code */
export const loadCommand = async (args: string[], env: NodeJS.ProcessEnv): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      url: { type: 'string' },
      token: { type: 'string' },
      account: { type: 'string' },
      parallel: { type: 'string', default: '2' },
      profile: { type: 'string' },
    },
  });
  const parallel = Number(values.parallel);
  if (positionals.length === 0 || !Number.isInteger(parallel) || parallel < 1) {
    console.error(loadHelp);
    return 2;
  }
  const url = values.url ?? readSettings(env, ['NODP_URL']).NODP_URL ?? 'http://localhost:4000';
  const files = await sourceFiles(positionals);
  if (files.length === 0) {
    console.error(
      'There is no .json, .ndjson, .csv, .xlsx, .xml, .hl7 or .maf file (or .gz of one) there.',
    );
    return 2;
  }
  const token = await tokenFor(url, values, env);
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  const bar = new SingleBar(
    {
      format: '{bar} {percentage}% | {files} files | {duration_formatted}',
      stream: process.stderr,
      clearOnComplete: true,
      noTTYOutput: false,
    },
    Presets.shades_classic,
  );
  bar.start(total, 0, { files: files.length });
  try {
    const tally = await loadFiles(files, platformAt(url, token), {
      parallel,
      profile: values.profile,
      progress: (bytes) => bar.increment(bytes),
    });
    bar.stop();
    report(tally);
    return tally.refused > 0 ? 1 : 0;
  } finally {
    bar.stop();
  }
};
