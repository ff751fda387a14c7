import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';
import { connect, type Database } from './session.ts';

export { freePort } from './embedded.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** As the superuser, of the database `postgres`. */
    adminUrl: string;
    applicationUrl: string;
  }
}

export interface TestDatabase extends AsyncDisposable {
  readonly database: Database;
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  end(): Promise<void>;
}

const withDatabase = (url: string, name: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
};

/** A database of the test file's own, copied from the migrated template in some 30 ms. */
export const testDatabase = async (): Promise<TestDatabase> => {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const adminUrl = inject('adminUrl');
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name} template nodp`);
  await admin.end();
  const ownerUrl = withDatabase(adminUrl, name);
  const applicationUrl = withDatabase(inject('applicationUrl'), name);
  const database = connect(applicationUrl, { max: 8 });
  const end = async () => {
    await database.end();
    const last = postgres(adminUrl, { max: 1, onnotice: () => {} });
    await last.unsafe(`drop database ${name} with (force)`);
    await last.end();
  };
  return { database, ownerUrl, applicationUrl, end, [Symbol.asyncDispose]: end };
};
