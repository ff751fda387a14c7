import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identityCipher, type Principal } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { folderStore, startDrawer } from '@nodp/subgraph-imaging/dicom';
import postgres from 'postgres';
import { multipart } from '../../../../tests/dicom-files.ts';
import { everyone, identityKey, insertHospitals } from '../../../../tests/fixtures.ts';
import { admission } from '../endpoints/admission.ts';
import type { Caller } from '../fhir/endpoint.ts';
import { createDicomEndpoint } from './endpoint.ts';

export type JsonSet = Record<
  string,
  { vr: string; Value?: unknown[]; BulkDataURI?: string; InlineBinary?: string }
>;

/** The endpoint on a database and a folder of its own. */
export const dicomSetting = async ({
  mostBytes = 2 ** 20,
  charsets = {} as Record<string, string>,
} = {}) => {
  const db: TestDatabase = await testDatabase();
  await insertHospitals(db.ownerUrl);
  const owner = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  const folder = await mkdtemp(join(tmpdir(), 'dicom-'));
  const cipher = identityCipher({ identityKey });
  const objects = await folderStore(folder, cipher);
  const drawer = startDrawer({ folder, identityKey });
  const failures: unknown[] = [];
  const endpoint = createDicomEndpoint({
    ...{ database: db.database, cipher, objects, drawer, mostBytes },
    url: 'https://nodp.example',
    charsets: new Map(Object.entries(charsets)),
    places: admission(),
    onError: (error) => failures.push(error),
  });
  const callerOf = (principal: Principal | null): Caller => ({ principal, requestId: 'r1' });
  const ask = (
    path: string,
    init: RequestInit = {},
    principal: Principal | null = everyone.CLINICIAN,
  ) => endpoint(new Request(`https://nodp.example${path}`, init), callerOf(principal));
  const stow = async (
    files: readonly Uint8Array[],
    { principal = everyone.SYSTEM as Principal | null, study = '' } = {},
  ) => {
    const { body, contentType } = multipart(files);
    const response = await ask(
      `/dicom-web/studies${study === '' ? '' : `/${study}`}`,
      {
        method: 'POST',
        headers: { 'content-type': contentType, authorization: 'Bearer x' },
        body: Uint8Array.from(body),
      },
      principal,
    );
    return { status: response.status, body: (await response.json()) as JsonSet };
  };
  return {
    ...{ db, owner, folder, objects, cipher, ask, stow, failures },
    find: async (path: string, principal: Principal = everyone.CLINICIAN) =>
      (await (await ask(path, {}, principal)).json()) as JsonSet[],
    end: async () => {
      await drawer.end();
      await owner.end();
      await db.end();
      await rm(folder, { recursive: true });
    },
  };
};
