#!/usr/bin/env node
import { PlatformError } from '@nodp/database';
import { CannotReach } from './load/platform.ts';

interface Command {
  readonly run: (args: string[], env: NodeJS.ProcessEnv) => Promise<number>;
  readonly help: string;
}

/** Each is read when it is asked for: a release's code takes two seconds of processor time, which no upload needs. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  load: async () => {
    const { loadCommand: run, loadHelp: help } = await import('./load/command.ts');
    return { run, help };
  },
  institution: async () => {
    const { institutionCommand: run, institutionHelp: help } = await import(
      './operator/institution.ts'
    );
    return { run, help };
  },
  registration: async () => {
    const { registrationCommand: run, registrationHelp: help } = await import(
      './operator/registration.ts'
    );
    return { run, help };
  },
  statistics: async () => {
    const { statisticsCommand: run, statisticsHelp: help } = await import(
      './statistics/command.ts'
    );
    return { run, help };
  },
  account: async () => {
    const { accountCommand: run, accountHelp: help } = await import('./operator/account.ts');
    return { run, help };
  },
  audit: async () => {
    const { auditCommand: run, auditHelp: help } = await import('./operator/audit.ts');
    return { run, help };
  },
  backup: async () => {
    const { backupCommand: run, backupHelp: help } = await import('./backup/command.ts');
    return { run, help };
  },
  restore: async () => {
    const { restoreCommand: run, restoreHelp: help } = await import('./backup/restore-command.ts');
    return { run, help };
  },
  release: async () => {
    const { releaseCommand: run, releaseHelp: help } = await import('./release/command.ts');
    return { run, help };
  },
  exports: async () => {
    const { exportsCommand: run, exportsHelp: help } = await import('./exports/command.ts');
    return { run, help };
  },
  study: async () => {
    const { studyCommand: run, studyHelp: help } = await import('./study/command.ts');
    return { run, help };
  },
  evidence: async () => {
    const { evidenceCommand: run, evidenceHelp: help } = await import('./evidence/command.ts');
    return { run, help };
  },
  rules: async () => {
    const { rulesCommand: run, rulesHelp: help } = await import('./rules/command.ts');
    return { run, help };
  },
  cohort: async () => {
    const { cohortCommand: run, cohortHelp: help } = await import('./cohort/command.ts');
    return { run, help };
  },
  recompute: async () => {
    const { recomputeCommand: run, recomputeHelp: help } = await import('./recompute/command.ts');
    return { run, help };
  },
};

const everyHelp = async (): Promise<string> =>
  (await Promise.all(Object.values(commands).map((read) => read())))
    .map(({ help }) => help)
    .join('\n\n');

const [name = '', ...args] = process.argv.slice(2);
const command = await commands[name]?.();

if (command === undefined) {
  const asked = ['', '--help', 'help'].includes(name);
  (asked ? console.log : console.error)(
    asked ? await everyHelp() : `There is no command ${name}.\n\n${await everyHelp()}`,
  );
  process.exitCode = asked ? 0 : 2;
} else if (args.includes('--help')) {
  console.log(command.help);
} else {
  try {
    process.exitCode = await command.run(args, process.env);
  } catch (error) {
    // What the person at the terminal can correct is one line; anything else with its stack.
    const { code, message } = error as NodeJS.ErrnoException;
    const theirs =
      error instanceof CannotReach ||
      error instanceof PlatformError ||
      code?.startsWith('ERR_PARSE_ARGS') ||
      code === 'ENOENT' ||
      code === 'EACCES';
    console.error(theirs ? message : error);
    process.exitCode = 2;
  }
}
