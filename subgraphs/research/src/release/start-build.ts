import { fork } from 'node:child_process';
import { type EngineName, releasesConfiguration } from '@nodp/warehouse';
import { GraphQLError } from 'graphql';
import { buildersUrl } from './configuration.ts';

/** What the building process is told; it gets the owner's address by message, never by argument. */
export interface BuildOrder {
  readonly ownerUrl: string;
  readonly folder: string;
  readonly startedBy: string;
  readonly engine: EngineName;
}

export type BuildReport =
  | { readonly kind: 'started'; readonly id: string }
  | { readonly kind: 'failed'; readonly code: string | null };

const refused = (code: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code } });

/** Starts a build in a process of its own and answers once it is under way. */
export const startBuild = (startedBy: string): Promise<string> => {
  const ownerUrl = buildersUrl();
  if (ownerUrl === null)
    throw refused('NOT_CONFIGURED', 'This server builds no releases; use `nodp release build`.');
  const { folder, engine } = releasesConfiguration();
  return new Promise((done, fail) => {
    const child = fork(new URL('./build-process.ts', import.meta.url), { serialization: 'json' });
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`The build ended early, with code ${code}.`)));
    child.on('message', (report: BuildReport) => {
      if (report.kind === 'started') done(report.id);
      else if (report.code === 'release-busy')
        fail(refused('CONFLICT', 'A release is being built already.'));
      else fail(new Error('The build could not be started.'));
    });
    child.send({
      ownerUrl,
      folder,
      startedBy,
      engine: engine.kind,
    } satisfies BuildOrder);
  });
};
