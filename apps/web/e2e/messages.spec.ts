/** A letter to a patient: its template, planned from a plan, sent by hand; what waits is cancelled by a death. */
import { aPatient } from './own-patient.ts';
import { expect, sessionOf, test } from './roles.ts';

const plan = {
  resourceType: 'CarePlan',
  id: 'p',
  status: 'active',
  intent: 'plan',
  title: 'Colon',
};

test('a letter is planned, read and sent by hand; what waits is not sent to who has died', async ({
  browser,
  baseURL,
}) => {
  const { name, close } = await aPatient(browser, baseURL, [plan as never]);
  const office = await browser.newContext({ storageState: sessionOf('FOLLOWUP_COORDINATOR') });
  const page = await office.newPage();
  await page.addInitScript(() => localStorage.setItem('nodp.language', 'en'));

  // A template of the test's own: a placeholder that does not exist is told as it is typed.
  const template = `Letter to ${name}`;
  await page.goto('/follow-up/messages?view=templates');
  await page.getByRole('button', { name: 'New template' }).click();
  const form = page.getByRole('dialog', { name: 'New template' });
  await form.getByLabel('Name of the template').fill(template);
  await form.getByLabel('What it is about').click();
  await page.getByRole('option', { name: 'Follow-up plan' }).click();
  await form.getByLabel('Words, English').fill('Dear {name}, come on {when}.');
  await expect(form.getByRole('alert')).toContainText('{when} is no placeholder');
  await expect(form.getByRole('button', { name: 'Save' })).toBeDisabled();
  await form.getByLabel('Words, English').fill('Dear {name}, your plan is {what}.');
  await expect(form).toContainText('Dear Wang Xiaoming, your plan is');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('table', { name: 'Templates' })).toContainText(template);

  await page.goto(`/clinical/patients?search=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('link', { name: 'Follow-up', exact: true }).click();
  const write = page.getByRole('button', { name: `Write to the patient: ${name}` });
  const letters = page.getByRole('table', { name: 'Letters and text messages' });
  const planOne = async () => {
    await write.click();
    const planning = page.getByRole('dialog', { name: `Follow-up plan: ${name}` });
    await planning.getByLabel('Template').click();
    await page.getByRole('option', { name: new RegExp(template) }).click();
    await planning.getByLabel('Language of the message').click();
    await page.getByRole('option', { name: 'English' }).click();
    await expect(planning.getByRole('group', { name: 'The letter' })).toContainText(
      `Dear ${name}, your plan is Colon.`,
    );
    await planning.getByRole('button', { name: 'Put into the outbox' }).click();
    await expect(planning).toHaveCount(0);
  };
  await planOne();
  await expect(letters).toContainText('Waiting');
  await letters.getByRole('button', { name: /^Open the message/ }).click();
  const letter = page.getByRole('dialog', { name: `Letter: ${name}` });
  await expect(letter).toContainText('No gateway');
  await letter.getByRole('button', { name: 'It was sent' }).click();
  await expect(letters).toContainText('Sent · by hand');

  await planOne();
  await expect(letters).toContainText('Waiting');
  await page
    .getByRole('button', { name: `Enter the outcome: ${name}` })
    .first()
    .click();
  const outcome = page.getByRole('dialog', { name: /^Outcome of the contact/ });
  await outcome.getByRole('radio', { name: 'The patient has died' }).click();
  await outcome.getByLabel('Date of death').fill('2026');
  await outcome.getByRole('button', { name: 'Save' }).click();
  await expect(outcome).toHaveCount(0);
  await page.reload();
  await expect(letters).toContainText('Cancelled · the patient has died');
  await expect(letters).not.toContainText('Waiting');
  await expect(page.getByText(/closed by the death/)).toBeVisible();
  await expect(write).toHaveCount(0);
  await office.close();
  await close();
});
