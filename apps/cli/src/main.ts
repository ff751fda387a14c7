#!/usr/bin/env node
import { loadCommand, loadHelp } from './load/command.ts';
import { CannotReach } from './load/platform.ts';

const commands: Readonly<
  Record<string, (args: string[], env: NodeJS.ProcessEnv) => Promise<number>>
> = {
  load: loadCommand,
};

const [name = '', ...args] = process.argv.slice(2);
const command = commands[name];

if (command === undefined || args.includes('--help')) {
  const known = name === '' || name === '--help' || name === 'help' || command !== undefined;
  (known ? console.log : console.error)(
    known ? loadHelp : `There is no command ${name}.\n\n${loadHelp}`,
  );
  process.exitCode = known ? 0 : 2;
} else {
  try {
    process.exitCode = await command(args, process.env);
  } catch (error) {
    // What the person at the terminal can mend is said in a line; anything else with its stack.
    const { code, message } = error as NodeJS.ErrnoException;
    const theirs =
      error instanceof CannotReach ||
      code?.startsWith('ERR_PARSE_ARGS') ||
      code === 'ENOENT' ||
      code === 'EACCES';
    console.error(theirs ? message : error);
    process.exitCode = 2;
  }
}
