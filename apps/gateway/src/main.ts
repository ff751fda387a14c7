import { PlatformError } from '@nodp/database';
import { pino } from 'pino';
import { readConfiguration } from './configuration.ts';
import { help } from './help.ts';
import type { Platform } from './platform.ts';

const say = (line: string): void => console.log(line);

/** Wide characters fill two columns of a terminal. */
const width = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 2 : 1), 0);
const pad = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(1, columns - width(text)));

const greet = ({ url, home, accounts }: Platform, password: string): void => {
  say(`\nThe platform is at ${url}   (data in ${home})`);
  if (accounts.length === 0) return;
  say(`\nDemonstration sign-ins (password: ${password})`);
  for (const { account, label, institution } of accounts) {
    say(`  ${pad(account, 26)}${pad(`${label.en} ${label.zh}`, 50)}${institution?.en ?? ''}`);
  }
  say('\nCtrl-C stops it.');
};

const report = (error: unknown): never => {
  if (error instanceof PlatformError) console.error(`\n${error.message}`);
  else console.error(error);
  process.exit(1);
};

if (process.argv.includes('--help')) {
  say(help);
  process.exit(0);
}

let stopping = false;
let platform: Platform | undefined;
const stop = async (signal: string): Promise<void> => {
  if (stopping) return;
  stopping = true;
  say(`\n${signal}: stopping…`);
  await platform?.stop().catch(report);
  process.exit(0);
};
process.on('SIGINT', () => void stop('SIGINT'));
process.on('SIGTERM', () => void stop('SIGTERM'));

try {
  const configuration = readConfiguration(process.argv.slice(2), process.env);
  const log = pino({ level: configuration.logLevel });
  // Read only now: loading the platform takes 4 s of processor time, and a wrong setting is told before that.
  const [{ startPlatform }, { demonstrationPassword }, { handedOver }] = await Promise.all([
    import('./platform.ts'),
    import('./endpoints/auth.ts'),
    import('./starting/handed-over.ts'),
  ]);
  platform = await startPlatform(configuration, {
    log,
    say,
    handedOver: await handedOver(process.env),
  });
  greet(platform, demonstrationPassword);
  // Tests and supervisors that started this process wait for this line.
  process.send?.({ url: platform.url });
} catch (error) {
  report(error);
}
