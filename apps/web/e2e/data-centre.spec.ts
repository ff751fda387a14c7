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

test('institutions show their submissions as a chart and as a table', async ({ page }) => {
  await page.goto('/data-centre/institutions');
  const table = page.getByRole('table', { name: 'Institutions' });
  const link = table.getByRole('link').first();
  const name = (await link.textContent()) ?? '';
  await link.click();
  await expect(page).toHaveURL(/\/data-centre\/institutions\/.+/);
  await expect(page.getByRole('heading', { level: 3, name: new RegExp(name) })).toBeVisible();
  await page.getByRole('button', { name: /as a table$/ }).click();
  await expect(page.getByRole('table', { name: /^Submissions by month/ })).toBeVisible();
  await page.getByRole('link', { name: 'Show all institutions' }).click();
  await expect(page.getByRole('heading', { level: 3, name: /all institutions/ })).toBeVisible();
});
