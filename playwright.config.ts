import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/programs.ts';

/** Browser tests against the product itself: `NODP_E2E_URL`, or one started for them. */
// Without a locale of Unicode Chromium calls a file with a letter beyond ASCII in its name “download”.
process.env.LANG ??= 'C.UTF-8';

export default defineConfig({
  testDir: 'apps/web/e2e',
  globalSetup: './apps/web/e2e/global-setup.ts',
  workers: 2,
  fullyParallel: true,
  // A slow machine fails no test: on one under load a first visit took longer than ten seconds.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    baseURL: process.env.NODP_E2E_URL,
    locale: 'en-GB',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    // What is measured stands still.
    reducedMotion: 'reduce',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
