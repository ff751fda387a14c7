#!/usr/bin/env node
import { PlatformError } from '@nodp/database';
import { loadCommand, loadHelp } from './load/command.ts';
import { CannotReach } from './load/platform.ts';
import { accountCommand, accountHelp } from './operator/account.ts';
import { institutionCommand, institutionHelp } from './operator/institution.ts';
import { recomputeCommand, recomputeHelp } from './recompute/command.ts';
import { releaseCommand, releaseHelp } from './release/command.ts';

interface Command {
  readonly run: (args: string[], env: NodeJS.ProcessEnv) => Promise<number>;
  readonly help: string;
}

const commands: Readonly<Record<string, Command>> = {
  load: { run: loadCommand, help: loadHelp },
  institution: { run: institutionCommand, help: institutionHelp },
  account: { run: accountCommand, help: accountHelp },
  release: { run: releaseCommand, help: releaseHelp },
  recompute: { run: recomputeCommand, help: recomputeHelp },
};
const everyHelp = Object.values(commands)
  .map(({ help }) => help)
  .join('\n\n');

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];

if (command === undefined) {
  const asked = ['', '--help', 'help'].includes(name);
  (asked ? console.log : console.error)(
    asked ? everyHelp : `There is no command ${name}.\n\n${everyHelp}`,
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
