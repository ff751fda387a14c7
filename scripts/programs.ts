import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const places = [
  // Without the windows and services of a browser that a person uses.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
];

const answers = (program: string, args: readonly string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;

const installed = (): string | null => {
  const given = process.env.CHROMIUM_PATH;
  if (given !== undefined) {
    if (!existsSync(given)) throw new Error(`CHROMIUM_PATH names ${given}, which is not there.`);
    return given;
  }
  return [...places, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
};

const apt = (...packages: string[]): void => {
  if (!existsSync('/usr/bin/apt-get')) return;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const run = (...args: string[]) => {
    const [program, ...rest] = [...sudo, 'apt-get', ...args] as [string, ...string[]];
    return answers(program, rest);
  };
  run('update', '-q');
  run('install', '-y', '-q', '--no-install-recommends', ...packages);
};

/** A browser for the tests: CHROMIUM_PATH, the system's, Playwright's own, else installed by Playwright, else by apt. */
export const findChromium = (): string => {
  const found = installed();
  if (found !== null) return found;
  console.log('… installing Chromium for the browser tests');
  if (!answers('npx', ['playwright', 'install', 'chromium']))
    apt('chromium', 'chromium-headless-shell', 'fonts-noto-cjk');
  const now = installed();
  if (now === null) {
    throw new Error('The browser tests need Chromium: install it, or set CHROMIUM_PATH to it.');
  }
  return now;
};

const readers = ['/usr/bin/pdftotext', '/usr/local/bin/pdftotext', '/opt/homebrew/bin/pdftotext'];

/** Reads what was printed: pdftotext of poppler-utils, where it is installed. */
export const pdftotext = (): string | undefined => readers.find((path) => existsSync(path));

/** Installs what the browser tests can use beside a browser; they say aloud what they skip without it. */
export const installReaders = (): void => {
  if (pdftotext() === undefined) apt('poppler-utils');
};
