import { rm, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { readConfiguration } from '../apps/gateway/src/configuration.ts';
import { chooseHome, lockHome } from '../apps/gateway/src/home.ts';

/** `npm run reset` removes the embedded database and everything else in NODP_HOME, after asking. */
const { home: asked } = readConfiguration([], process.env);
const home = await chooseHome(asked, console.log);
if ((await stat(home).catch(() => null)) === null) {
  console.log(`${home} is not there: nothing to remove.`);
  process.exit(0);
}
await lockHome(home);
if (!process.argv.includes('--yes')) {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`Remove every record in ${home}, for good? Type "yes": `);
  terminal.close();
  if (answer.trim().toLowerCase() !== 'yes') {
    console.log('Nothing was removed.');
    process.exit(1);
  }
}
await rm(home, { recursive: true, force: true });
console.log(`${home} is removed. The next npm start begins anew.`);
