import { type BrowserContext, chromium } from '@playwright/test';
import { findChromium } from '../scripts/programs.ts';
import { startPlatform } from '../tests/platform.ts';
import type { BenchRow } from './row.ts';

/** A page as its first visitor opens it, and the part of it that is worth reading. */
const pages: readonly { name: string; role: string | null; path: string; useful: string }[] = [
  { name: 'sign-in', role: null, path: '/sign-in', useful: 'main button[type=button]' },
  {
    name: 'patient list',
    role: 'CLINICIAN',
    path: '/clinical/patients',
    useful: 'main [role=row] a',
  },
  { name: 'patient', role: 'CLINICIAN', path: '', useful: 'main h2' },
  {
    name: 'overview',
    role: 'POLICYMAKER',
    path: '/management/overview',
    useful: 'main svg[data-chart]',
  },
  { name: 'cohorts', role: 'RESEARCHER', path: '/research/cohorts', useful: 'main h2' },
];

/** Bits per second and milliseconds, as the browser's own throttling has them. */
const slow = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

const width = { width: 1440, height: 900 };
const patients = 2_000;
/** The least of some visits: what else the machine does only ever adds to one. */
const visits = 5;

/**
 * A first check of each page: what crosses the network, when its frame stands, and when what it is for can be read, on
 * this machine and at 1.6 Mbit/s with 150 ms there and back. Emulated in the browser; nothing is kept from one check
 * to the next but the session.
 */
export default async function firstVisits(): Promise<BenchRow[]> {
  const platform = process.env.NODP_BENCH_URL ? null : await startPlatform({ patients });
  const baseURL = platform?.url ?? process.env.NODP_BENCH_URL ?? '';
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const signedIn = async (role: string | null): Promise<BrowserContext> => {
    const context = await browser.newContext({ baseURL, viewport: width, locale: 'en-GB' });
    if (role === null) return context;
    const options = (await (await context.request.get('/auth/options')).json()) as {
      demonstration: { role: string; account: string; password?: string }[];
    };
    const account = options.demonstration.find((a) => a.role === role);
    await context.request.post('/auth/sign-in', {
      headers: { 'x-nodp-csrf': '1' },
      data: { account: account?.account, password: account?.password ?? 'nodp-demo' },
    });
    return context;
  };
  try {
    const rows: BenchRow[] = [];
    for (const { name, role, path, useful } of pages) {
      const address = path || (await firstPatient(await signedIn(role)));
      const here: Visit[] = [];
      const away: Visit[] = [];
      for (let i = 0; i < visits; i++) {
        here.push(await check(await signedIn(role), address, useful, false));
        away.push(await check(await signedIn(role), address, useful, true));
      }
      const least = (of: Visit[], what: keyof Visit) => Math.min(...of.map((v) => v[what]));
      rows.push(
        { name: `${name}, first check`, value: least(here, 'kilobytes'), unit: 'kB' },
        {
          name: `${name}, useful here`,
          value: least(here, 'useful') / 1000,
          unit: 's',
          note: `frame ${(least(here, 'frame') / 1000).toFixed(2)} s`,
        },
        {
          name: `${name}, useful at 1.6 Mbit/s, 150 ms`,
          value: least(away, 'useful') / 1000,
          unit: 's',
          note: `frame ${(least(away, 'frame') / 1000).toFixed(2)} s`,
        },
      );
    }
    return rows;
  } finally {
    await browser.close();
    await platform?.stop();
  }
}

type Visit = { readonly kilobytes: number; readonly frame: number; readonly useful: number };

/** @returns kB over the network and milliseconds from the address to each paint */
async function check(
  context: BrowserContext,
  path: string,
  useful: string,
  throttled: boolean,
): Promise<Visit> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  if (throttled) {
    await session.send('Network.emulateNetworkConditions', { offline: false, ...slow });
  }
  await page.addInitScript((selector) => {
    const check = () => {
      if (!document.querySelector(selector)) return requestAnimationFrame(check);
      // The frame after the next begins when this one is on the screen.
      return requestAnimationFrame(() => performance.mark('useful'));
    };
    requestAnimationFrame(check);
  }, useful);
  await page.goto(path);
  await page.waitForFunction(() => performance.getEntriesByName('useful').length > 0);
  const times = await page.evaluate(() => ({
    frame: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    useful: performance.getEntriesByName('useful')[0]?.startTime ?? Number.NaN,
  }));
  await page.waitForLoadState('networkidle');
  await context.close();
  return { kilobytes: bytes / 1000, ...times };
}

async function firstPatient(context: BrowserContext): Promise<string> {
  const page = await context.newPage();
  await page.goto('/clinical/patients');
  const address = await page.locator('main [role=row] a').first().getAttribute('href');
  await context.close();
  if (!address) throw new Error('the list has no patient');
  return address;
}
