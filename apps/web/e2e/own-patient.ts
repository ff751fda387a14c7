/** A patient of a test's own, sent by the hospital's system, and the clinician's browser at the patient's page. */
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { bundle, cancer, patient } from '../../../tests/intake/examples.ts';
import { expect, sessionOf } from './roles.ts';

const csrf = { 'x-nodp-csrf': '1' };

type Resource = Parameters<typeof bundle>[1];

/** A patient of the hospital's system: sent before, and what is sent of it later. */
export const aPatient = async (
  browser: Browser,
  baseURL: string | undefined,
  resources: Resource[],
) => {
  const hospital = await browser.newContext({ baseURL: baseURL as string });
  await hospital.request.post('/auth/sign-in', {
    headers: csrf,
    data: { account: 'hospital-system', password: 'nodp-demo' },
  });
  const id = randomUUID();
  const subject = { subject: { reference: `urn:uuid:${id}` } };
  // A name of its own, so that the list finds it.
  const name = `Bedside ${id.slice(0, 8)}`;
  const send = async (sent: Resource[]) => {
    const answer = await hospital.request.post('/fhir', {
      headers: { ...csrf, 'content-type': 'application/fhir+json' },
      data: bundle(
        'transaction',
        patient(id, { name: [{ text: name }] }),
        cancer(`c-${id}`, `urn:uuid:${id}`, {
          code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'C18.2' }] },
          onsetDateTime: '2024-01-02',
        }),
        ...sent.map((one) => ({ ...one, id: `${one.id}-${id}`, ...subject })),
      ),
    });
    expect(answer.status(), await answer.text()).toBe(200);
  };
  await send(resources);
  return { name, send, close: () => hospital.close() };
};

export const open = async (browser: Browser, name: string, section: string): Promise<Page> => {
  const clinic = await browser.newContext({ storageState: sessionOf('CLINICIAN') });
  const page = await clinic.newPage();
  await page.addInitScript(() => localStorage.setItem('nodp.language', 'en'));
  await page.goto(`/clinical/patients?search=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('link', { name: section, exact: true }).click();
  return page;
};
