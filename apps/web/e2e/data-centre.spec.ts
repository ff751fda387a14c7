import { expect, sessionOf, test } from './roles.ts';

test.use({ storageState: async ({ browserName: _ }, use) => use(sessionOf('DATA_MANAGER')) });

const nbib = `PMID- 99000001
OWN - NLM
TI  - A test record on lung cancer that no one has written.
AB  - Nothing was measured.
FAU - Tester, Ada
AU  - Tester A
DP  - 2024 Jan 5
JT  - Journal of tests
MH  - *Lung Neoplasms
AID - 10.9999/nodp.test [doi]
`;

test('a file of references is taken in, and its articles are found', async ({ page }) => {
  await page.goto('/data-centre/literature');
  await page.getByLabel('File of references').setInputFiles({
    name: 'test.nbib',
    mimeType: 'text/plain',
    buffer: Buffer.from(nbib),
  });
  await expect(page.getByRole('alert')).toContainText(
    /test\.nbib: (1 new|0 new, 0 renewed, 1 unchanged)/,
  );
  await page.getByRole('searchbox').fill('no one has written');
  const article = page.getByRole('article').filter({ hasText: 'A test record on lung cancer' });
  await expect(article).toHaveCount(1);
  await expect(article).toContainText('Lung');
  await expect(article.getByRole('link', { name: 'PMID 99000001' })).toHaveAttribute(
    'href',
    'https://pubmed.ncbi.nlm.nih.gov/99000001/',
  );
});

test('what cannot be read is listed by line', async ({ page }) => {
  await page.goto('/data-centre/literature');
  await page.getByLabel('File of references').setInputFiles({
    name: 'wrong.nbib',
    mimeType: 'text/plain',
    buffer: Buffer.from('PMID- 99000002\nOWN - NLM\nAU  - Nobody N\n'),
  });
  const problems = page.getByRole('table', { name: 'Records not read' });
  await expect(problems.getByRole('row')).toHaveCount(2);
  await expect(problems.getByRole('row').nth(1).getByRole('cell').first()).toHaveText('1');
});

test('an institution’s account sees what its own sent, and no nothing of the others', async ({
  page,
}) => {
  await page.goto('/data-centre/institutions');
  const table = page.getByRole('table', { name: 'Institutions' });
  const links = table.getByRole('link');
  const own = (await links.first().textContent()) ?? '';
  // A title says whose it is: it is not of all institutions.
  await expect(page.getByRole('heading', { level: 2, name: new RegExp(own) })).toBeVisible();
  const rows = table.getByRole('row');
  await expect(rows.nth(1).getByRole('cell').last()).toHaveText(/^[\d,]+$/);
  await expect(rows.nth(2).getByRole('cell').last()).toHaveText('—, no permission');
  await page.getByRole('button', { name: /as a table$/ }).click();
  await expect(page.getByRole('table', { name: /^Submissions by month/ })).toBeVisible();
  await links.nth(1).click();
  await expect(page).toHaveURL(/\/data-centre\/institutions\/.+/);
  await expect(page.getByText('Your account sees what its own institution sent.')).toBeVisible();
  await page.getByRole('link', { name: 'Show your own institution' }).click();
  await expect(page.getByRole('heading', { level: 2, name: new RegExp(own) })).toBeVisible();
});

test('submissions are found by what became of them, and no column stands outside of the page', async ({
  page,
}) => {
  await page.goto('/data-centre/submissions?status=accepted');
  const table = page.getByRole('table', { name: 'Submissions' });
  await expect(table.getByRole('row').nth(1)).toBeVisible();
  const scroller = page.getByRole('group', { name: 'Submissions' });
  for (const width of [1440, 1100, 920]) {
    await page.setViewportSize({ width, height: 800 });
    await expect
      .poll(() => scroller.evaluate((element) => element.scrollWidth - element.clientWidth))
      .toBe(0);
  }
  await page.goto('/data-centre/submissions?status=refused&from=2020-01-01&to=2020-01-02');
  await expect(page.getByText('No submission meets these conditions')).toBeVisible();
});
