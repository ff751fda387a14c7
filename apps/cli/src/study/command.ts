import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PlatformError, readSettings } from '@nodp/database';
import { listStudies, loadStudy, type StudyProblem } from '@nodp/subgraph-research';

export const studyHelp = `nodp study load DIR|FILE  reads a public study from outside: a folder of cBioPortal study files (clinical patients and samples, MAF,
                          discrete copy numbers, structural variants, timeline), or one clinical file of samples. It opens in the
                          research pages, apart from the platform's own releases; loaded again it takes the place of the former
  --id ID --name NAME     of the study, where its files do not say them
  --published TEXT        where it is published and by which licence, where meta_study.txt does not say groups: PUBLIC
nodp study list           studies that are loaded
  NODP_HOME               where they are kept (.nodp)`;

/** Most problems printed; a file whose columns are shifted has one in every line. */
const MOST_PRINTED = 50;

const studiesFolder = (env: NodeJS.ProcessEnv): string =>
  join(resolve(readSettings(env, ['NODP_HOME']).NODP_HOME ?? '.nodp'), 'releases', 'studies');

const written = ({ file, line, reason }: StudyProblem): string =>
  line === 0 ? `${file}: ${reason}` : `${file}, line ${line}: ${reason}`;

export const studyCommand = async (args: string[], env: NodeJS.ProcessEnv): Promise<number> => {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      id: { type: 'string' },
      name: { type: 'string' },
      published: { type: 'string' },
    },
  });
  const [verb, path] = positionals;
  if (verb === 'list') {
    for (const { id, name, counts, published } of await listStudies(studiesFolder(env)))
      console.log(
        `${id}  ${name}: ${counts.patients} patients, ${counts.samples} samples. ${published}`,
      );
    return 0;
  }
  if (verb !== 'load' || path === undefined) throw new PlatformError('usage', studyHelp);
  let printed = 0;
  const { id, counts, problemCount, passedOver } = await loadStudy({
    ...{ path: resolve(path), folder: studiesFolder(env) },
    ...{ id: values.id, name: values.name, published: values.published },
    onProblem: (problem) => {
      if (printed++ < MOST_PRINTED) console.error(written(problem));
    },
  });
  if (problemCount > MOST_PRINTED) console.error(`… and ${problemCount - MOST_PRINTED} more.`);
  if (passedOver.length > 0) console.error(`Not read: ${passedOver.join(', ')}`);
  console.log(
    `Study ${id}: ${counts.patients} patients, ${counts.samples} samples, ${counts.mutations} mutations, ${counts.copy_numbers} copy number changes, ${counts.structural_variants} structural variants, ${counts.timeline} events.`,
  );
  return 0;
};
