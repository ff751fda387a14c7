/** A note on a patient: written, changed, taken back; and the record as it is printed. */
import { aPatient, open } from './own-patient.ts';
import { expect, test } from './roles.ts';

test('a note is written, changed and taken back, and every version stays to be read', async ({
  browser,
  baseURL,
}) => {
  const { name, close } = await aPatient(browser, baseURL, []);
  const page = await open(browser, name, 'Overview');
  const notes = page.getByRole('region', { name: 'Notes' });
  await expect(notes).toContainText('Nothing is noted');
  await notes.getByRole('button', { name: 'Write a note …' }).click();
  const writing = page.getByRole('dialog', { name: 'Write a note' });
  await expect(writing.getByRole('button', { name: 'Save' })).toBeDisabled();
  await writing.getByLabel('Note').fill('Call the daughter.');
  await writing.getByRole('button', { name: 'Save' }).click();
  await expect(notes).toContainText('Call the daughter.');
  await notes.getByRole('button', { name: /^Change the note of/ }).click();
  const changing = page.getByRole('dialog', { name: 'Change the note' });
  await changing.getByLabel('Note').fill('Call the son.');
  await changing.getByRole('button', { name: 'Save' }).click();
  await expect(notes).toContainText('Call the son.');
  await notes.getByRole('button', { name: /^Change the note of/ }).click();
  await changing.getByRole('button', { name: 'Take the note back' }).click();
  await expect(notes).toContainText('taken back');
  await notes.getByText('Former versions').click();
  await expect(notes).toContainText('Call the daughter.');
  await page.context().close();
  await close();
});

test('the summary of a record is a sheet of paper: nothing to press, nothing beside it', async ({
  browser,
  baseURL,
}) => {
  const { name, close } = await aPatient(browser, baseURL, []);
  const page = await open(browser, name, 'Overview');
  await page.getByRole('link', { name: 'Summary to print' }).click();
  const sheet = page.getByRole('article', { name: 'Summary of the record' });
  await expect(sheet.getByRole('heading', { level: 1 })).toHaveText(
    `Summary of the record: ${name}`,
  );
  await expect(sheet).toContainText('C18.2');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(sheet).toBeVisible();
  await page.context().close();
  await close();
});
