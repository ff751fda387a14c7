import { parseArgs } from 'node:util';
import { recomputeSummaries } from '@nodp/subgraph-patients/recompute';
import { Presets, SingleBar } from 'cli-progress';
import { ownerUrl } from '../operator/database.ts';

export const recomputeHelp = `nodp recompute [--again]  brings what is stored by clinical rules (stage and age at diagnosis, the patient list's
                          stage) to the rules of this version; a run that was broken off is taken up where it stopped
  --again                    although it is of this version
  NODP_HOME                  the running platform whose records are meant (.nodp)
  DATABASE_URL               the operator's PostgreSQL instead, as the owner`;

export const recomputeCommand = async (args: string[], env: NodeJS.ProcessEnv): Promise<number> => {
  const { values } = parseArgs({ args, options: { again: { type: 'boolean', default: false } } });
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const bar = new SingleBar(
    { format: '{bar} {percentage} % {value} of {total} patients', stream: process.stderr },
    Presets.shades_classic,
  );
  bar.start(1, 0);
  try {
    const done = await recomputeSummaries(await ownerUrl(env), {
      again: values.again,
      signal: stop.signal,
      onProgress: ({ patients, of }) => {
        bar.setTotal(of);
        bar.update(patients);
      },
    });
    bar.stop();
    console.log(
      done === 0
        ? 'Everything is of this version: nothing was recomputed.'
        : `${done.toLocaleString('en')} patients recomputed.`,
    );
    return 0;
  } finally {
    bar.stop();
  }
};
