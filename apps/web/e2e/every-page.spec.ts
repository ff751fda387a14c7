/**
 * Every page of every role, opened once as by a first visitor: what it weighs, that focus is seen at every stop of the
 * Tab key, axe wide and narrow, light and dark, its landmarks and tables, that it is no wider than its screen, and that it
 * is whole on paper.
 */
import type { Page } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { unseenFocus, walk } from './focus-walk.ts';
import { layoutFaults } from './layout.ts';
import { paperFaults } from './paper.ts';
import { expect, pages, type Role, roles, sessionOf, test } from './roles.ts';
import { weigh } from './weight.ts';

const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };

/** Most kB of a first visit, everything of it counted: a reader at 1.6 Mbit/s waits a second for 200. */
const budgetOf = (path: string): number => {
  if (path === '/sign-in') return 200;
  // 201 measured: the whole app's addresses and access rules, five of them new.
  if (path === '/clinical/patients') return 202;
  // The builder of cohorts with time in them: 312 measured.
  if (path.startsWith('/research/')) return 350;
  // 347 measured, 352 for a data manager: its question begins with the cancers that have programmes, so that the picker is there at once.
  if (path === '/management/screening') return 356;
  // 323 measured of the quality of care for a data manager, who has five applications: half of it is React, its router and MUI.
  if (path.startsWith('/management/')) return 325;
  // 316 to 320 measured of the overview, by how much one patient's record answers: it names regimens by the terminology of
  // drugs and tells of referrals.
  return path.startsWith('/clinical/patients/') ? 322 : 300;
};

/** Answers have come and what they changed is drawn. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
}

async function check(page: Page, viewport: typeof wide, colorScheme: 'light' | 'dark') {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme });
  await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
  await settled(page);
}

/** Every rule once at each width; of the other pairs what a theme can change. */
const everyWay = [
  [wide, 'light', undefined],
  [wide, 'dark', ['color-contrast']],
  [narrow, 'dark', undefined],
  [narrow, 'light', ['color-contrast']],
] as const;

/** For who opens a page that another role's test looks at in every way: the narrow screen is where more of it does not fit. */
const onceMore = [[narrow, 'dark', undefined]] as const;

/** Opens the page, weighs it, and looks at it in these ways; the walk of its focus is of those who look in every way. */
async function inspect(
  page: Page,
  path: string,
  shown: () => Promise<void>,
  ways: typeof everyWay | typeof onceMore = everyWay,
  onPaper = false,
): Promise<void> {
  const weight = await weigh(page);
  await page.goto(path);
  await shown();
  await settled(page);
  const { kilobytes, heaviest } = weight.total();
  expect
    .soft(kilobytes, `kB of a first visit to ${path}: ${heaviest}`)
    .toBeLessThanOrEqual(budgetOf(path));

  const walked = ways === everyWay;
  if (walked) await walk(page);
  const unseen: string[] = [];
  const faults: string[] = [];
  for (const [viewport, colorScheme, rules] of ways) {
    await check(page, viewport, colorScheme);
    if (walked && viewport === wide) unseen.push(...(await unseenFocus(page, colorScheme)));
    const found = await faultsOf(page, rules);
    faults.push(...found.map((fault) => `${viewport.width} px, ${colorScheme}: ${fault}`));
    const wrong = await page.evaluate(layoutFaults);
    faults.push(...wrong.map((fault) => `${viewport.width} px: ${fault}`));
  }
  if (walked && onPaper) faults.push(...(await paperFaults(page)));
  expect.soft(unseen, `focus on ${path}`).toEqual([]);
  expect(faults, path).toEqual([]);
}

test('the sign-in', async ({ page }) => {
  await inspect(page, '/sign-in', () =>
    expect(page.getByRole('button', { name: /^Clinician/ }).first()).toBeVisible(),
  );
});

const as = (role: Role) => ({
  storageState: async (
    { browserName: _ }: { browserName: string },
    use: (state: string) => Promise<void>,
  ) => use(sessionOf(role)),
});

const met = new Set<string>();
for (const role of roles) {
  test.describe(role, () => {
    test.use(as(role));
    for (const [path, heading] of Object.entries(pages[role])) {
      const ways = met.has(path) ? onceMore : everyWay;
      met.add(path);
      test(`${path} as ${role}`, async ({ page }) => {
        const shown = () =>
          expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
        await inspect(page, path, shown, ways, true);
      });
    }
  });
}

test.describe('the patient page', () => {
  test.use(as('CLINICIAN'));
  const sections = [
    '',
    '/diagnosis',
    '/timeline',
    '/laboratory',
    '/pathology',
    '/options',
    '/specimens',
    '/imaging',
    '/response',
    '/prognosis',
    '/surveillance',
    '/follow-up',
    '/history',
    '/literature',
    '/summary',
  ];
  for (const section of sections) {
    test(`section ${section || '/overview'}`, async ({ page, browser, baseURL }) => {
      // Found in another context, so that the page itself is a first visit.
      const finder = await browser.newContext({
        baseURL: baseURL ?? '',
        storageState: sessionOf('CLINICIAN'),
      });
      const list = await finder.newPage();
      await list.goto('/clinical/patients');
      const href = await list.getByRole('table').getByRole('link').first().getAttribute('href');
      await finder.close();
      await inspect(page, `${href}${section}`, () =>
        expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible(),
      );
    });
  }
});

test.describe('without a page', () => {
  test.use(as('CLINICIAN'));
  test('an address of another role', async ({ page }) => {
    await inspect(page, '/research/cohorts', () =>
      expect(page.getByRole('heading', { level: 1, name: /not open to your role/ })).toBeVisible(),
    );
  });
  test('an address that no page has', async ({ page }) => {
    await inspect(page, '/clinical/nothing', () =>
      expect(page.getByRole('heading', { level: 1, name: /no page at this/ })).toBeVisible(),
    );
    await page.getByRole('link', { name: 'To the first page' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Patients' })).toBeVisible();
  });
});
