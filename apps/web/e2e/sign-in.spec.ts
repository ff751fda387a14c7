import { expect, linkWords, pages, roles, sessionOf, test } from './roles.ts';

test('one click signs a demonstration account in and leads to its first page', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await page.getByRole('button', { name: /^Policymaker/ }).click();
  await expect(page).toHaveURL(/\/management\/overview/);
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto('/management/regions');
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
});

test('a wrong password is refused in words', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('Account').fill('nobody');
  await page.getByLabel('Password').fill('wrong');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('is incorrect');
});

test('signing in leads back to the address one came for', async ({ page }) => {
  await page.goto('/clinical/patients?stage=STAGE_III&sex=FEMALE');
  await expect(page).toHaveURL(/\/sign-in\?returnTo=/);
  await page
    .getByRole('button', { name: /^Clinician/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/clinical\/patients\?stage=STAGE_III&sex=FEMALE$/);
});

test('a session that ends leads to the sign-in and back', async ({ page, context }) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: /^Follow-up coordinator/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Patients' })).toBeVisible();
  await context.clearCookies();
  await page.getByRole('link', { name: 'Contacts due' }).click();
  await expect(page).toHaveURL(/\/sign-in\?returnTo=\/follow-up\/due/);
  await expect(page.getByRole('alert')).toContainText('Your session has ended');
  await page.getByRole('button', { name: /^Follow-up coordinator/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Contacts due' })).toBeVisible();
});

for (const role of roles) {
  test.describe(role, () => {
    test.use({ storageState: async ({ browserName: _ }, use) => use(sessionOf(role)) });

    test(`${role} sees its applications and no others`, async ({ page }) => {
      await page.goto('/');
      const navigation = page.getByRole('navigation', { name: 'Applications' });
      const links = navigation.getByRole('link');
      const named = Object.entries(pages[role]).map(
        ([path, heading]) => [path, heading, linkWords[path] ?? heading] as const,
      );
      // How many tasks wait stands beside their link.
      await expect(links).toHaveText(
        named.map(([, , link]) => new RegExp(`^${link.replace('?', '\\?')}\\d*$`)),
      );
      for (const [path, heading, link] of named) {
        await navigation.locator(`a[href="${path}"]`, { hasText: link }).click();
        await expect(page).toHaveURL(new RegExp(`${path}$`));
        await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
      }
    });

    test(`${role} opens no page of another role by address`, async ({ page }) => {
      const own = Object.keys(pages[role]);
      const hasTasks = own.some((path) => path.endsWith('/tasks'));
      const others = [...new Set(roles.flatMap((r) => Object.keys(pages[r])))].filter(
        (path) => !own.includes(path),
      );
      const asked: string[] = [];
      page.on('request', (request) => {
        if (request.url().endsWith('/graphql')) asked.push(request.postData() ?? '');
      });
      const [first, ...rest] = [
        ...others,
        ...(own.includes('/clinical/patients') ? [] : ['/clinical/patients/some-id']),
      ];
      for (const path of [first ?? '/', ...rest]) {
        const refusal = page.getByRole('heading', {
          level: 1,
          name: 'This page is not open to your role',
        });
        if (path === first) {
          await page.goto(path);
          await expect(refusal).toBeVisible();
        } else {
          // A page read anew takes a second, and the router decides of an address in the history alike.
          await page.evaluate((to) => {
            (document.activeElement as HTMLElement).blur();
            history.pushState({}, '', to);
          }, path);
          // The heading takes the focus after each move: it is not the one of the page before.
          await expect(refusal, path).toBeFocused();
        }
        // Who is signed in is all that is asked for, and how many of its own tasks wait, where it has any.
        expect(asked.length, path).toBeLessThanOrEqual(hasTasks ? 2 : 1);
      }
    });
  });
}
