import { expect, sessionOf, test } from './roles.ts';

test.use({ storageState: async ({ browserName: _ }, use) => use(sessionOf('CLINICIAN')) });

test('filters live in the address, and the rows meet them', async ({ page, browser }) => {
  await page.goto('/clinical/patients');
  const total = page.getByRole('status').filter({ hasText: 'found' });
  await expect(total).toHaveText(/^[1-9][\d,]* found$/);
  const all = Number((await total.textContent())?.replace(/\D/g, ''));

  await page.getByLabel('Vital status').click();
  await page.getByRole('option', { name: 'Dead' }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\?vital=DEAD$/);
  await expect(total).not.toHaveText(`${all.toLocaleString('en')} found`);
  const dead = await total.textContent();
  const cells = page
    .getByRole('table', { name: 'Patients' })
    .getByRole('row')
    .filter({ hasText: 'Dead' });
  const rows = page.getByRole('table', { name: 'Patients' }).getByRole('row');
  // All but the row of headers.
  await expect(cells).toHaveCount((await rows.count()) - 1);

  await page.getByLabel('Sex').click();
  await page.getByRole('option', { name: 'Female' }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\?vital=DEAD&sex=FEMALE$/);
  await expect(rows.filter({ hasText: '† Dead' }).filter({ hasNotText: 'Female' })).toHaveCount(0);

  // A colleague who is sent the address sees the same.
  const colleague = await browser.newContext({ storageState: sessionOf('CLINICIAN') });
  const other = await colleague.newPage();
  await other.goto(page.url().replace('&sex=FEMALE', ''));
  await expect(other.getByRole('status').filter({ hasText: 'found' })).toHaveText(dead ?? '');
  await colleague.close();

  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL(/\/clinical\/patients$/);
  await expect(total).toHaveText(`${all.toLocaleString('en')} found`);
});

test('a cancer site is found by typing, and search finds a record number', async ({ page }) => {
  await page.goto('/clinical/patients');
  const table = page.getByRole('table', { name: 'Patients' });
  const row = table.getByRole('row').nth(1);
  const site = (await row.getByRole('cell').nth(4).textContent()) ?? '';
  await page.getByRole('combobox', { name: 'Cancer site' }).fill(site.slice(0, 6));
  await page.getByRole('option', { name: site, exact: true }).click();
  await expect(page).toHaveURL(/\?site=[a-z-]+$/);
  await expect(table.getByRole('row').filter({ hasNotText: site })).toHaveCount(1);

  await page.getByRole('button', { name: 'Clear filters' }).click();
  const number = ((await row.getByRole('cell').nth(3).textContent()) ?? '').split(',')[0] ?? '';
  await page.getByRole('searchbox').fill(number);
  await expect(page).toHaveURL(new RegExp(`\\?q=${encodeURIComponent(number)}$`));
  await expect(table.getByRole('row').nth(1)).toContainText(number);
});

test('nobody found is said, and a failure can be tried again', async ({ page }) => {
  await page.goto('/clinical/patients?q=nobody-has-this-name');
  await expect(page.getByText('No patient meets these conditions')).toBeVisible();

  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('"search"')
      ? route.fulfill({
          status: 500,
          headers: { 'x-request-id': 'request-of-the-test' },
          json: {
            errors: [{ message: 'At rest.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
          },
        })
      : route.continue(),
  );
  await page.goto('/clinical/patients');
  await expect(page.getByRole('alert')).toContainText('INTERNAL_SERVER_ERROR');
  await expect(page.getByRole('alert')).toContainText('request-of-the-test');
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('table', { name: 'Patients' })).toBeVisible();
});

test('on a narrow screen patients are cards and navigation is a drawer', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/clinical/patients');
  await expect(
    page.getByRole('list', { name: 'Patients' }).getByRole('listitem').first(),
  ).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Applications' })).toBeHidden();
  await page.getByRole('button', { name: 'Open navigation' }).click();
  await page.getByRole('link', { name: 'Literature' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Literature' })).toBeVisible();
});

test('while a search is answered the rows before are dimmed, busy and cannot be opened', async ({
  page,
}) => {
  await page.goto('/clinical/patients');
  const rows = page.getByRole('table', { name: 'Patients' }).getByRole('rowgroup').nth(1);
  const former = page.getByRole('table', { name: 'Patients' }).locator('a').first();
  await expect(former).toBeVisible();
  const where = await former.boundingBox();
  if (!where) throw new Error('the first row has no place');
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/graphql', async (route) => {
    await held;
    await route.continue();
  });
  // At the first letter, before the address knows of it.
  await page.getByRole('searchbox').press('9');
  await expect(rows).toHaveAttribute('aria-busy', 'true');
  await page.getByRole('searchbox').fill('99999999');
  await expect(page).toHaveURL(/q=99999999$/);
  await expect(rows).toHaveAttribute('aria-busy', 'true');
  await expect(rows).toHaveCSS('opacity', '0.4');
  await page.mouse.click(where.x + where.width / 2, where.y + where.height / 2);
  await page.mouse.dblclick(where.x + 2, where.y + where.height / 2);
  await expect(page).toHaveURL(/\/clinical\/patients\?q=99999999$/);
  answer();
  await expect(page.getByText('No patient meets these conditions')).toBeVisible();
});

test('at 1280 px every column of the list stands within the page', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/clinical/patients');
  const table = page.getByRole('table', { name: 'Patients' });
  await expect(table.getByRole('link').first()).toBeVisible();
  await expect(table.getByRole('columnheader').last()).toHaveText('Vital status');
  const beyond = await page
    .getByRole('group', { name: 'Patients' })
    .evaluate((scroller) => scroller.scrollWidth - scroller.clientWidth);
  expect(beyond).toBe(0);
});
