import { parseArgs } from 'node:util';
import { runNow } from '@nodp/database/jobs/run-now';
import { recomputeJob } from '@nodp/subgraph-patients/jobs';
import { Presets, SingleBar } from 'cli-progress';
import { ownerUrl } from '../operator/database.ts';

export const recomputeHelp = `nodp recompute [--again]  brings what is stored by clinical rules (stage and age at diagnosis, the patient list's
                          stage) to the rules of this version; a run that was broken off is taken up where it stopped
  --again                    although it is of this version
  NODP_HOME                  the running platform whose records are meant (.nodp)
  DATABASE_URL               the operator's PostgreSQL instead, as the owner
  The work is a job: a running platform may do it, else this command does. Ctrl-C cancels it.`;

export const recomputeCommand = async (args: string[], env: NodeJS.ProcessEnv): Promise<number> => {
  const { values } = parseArgs({ args, options: { again: { type: 'boolean', default: false } } });
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const url = await ownerUrl(env);
  const bar = new SingleBar(
    { format: '{bar} {percentage} %', stream: process.stderr },
    Presets.shades_classic,
  );
  try {
    bar.start(1, 0);
    const { patients } = await runNow(url, recomputeJob(url), {
      parameters: { again: values.again },
      signal: stop.signal,
      onProgress: ({ share }) => bar.update(share),
      onError: (error) => console.error(error),
    });
    bar.stop();
    console.log(
      patients === 0
        ? 'Everything is of this version: nothing was recomputed.'
        : `${Number(patients).toLocaleString('en')} patients recomputed.`,
    );
    return 0;
  } finally {
    bar.stop();
  }
};
