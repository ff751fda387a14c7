import type { Logger } from 'pino';
import type { Configuration } from './configuration.ts';
import { startDimse } from './dimse/server.ts';
import { startMllp } from './hl7v2/server.ts';
import { tlsOf } from './tls.ts';

type Given<Start extends (services: never, at: never) => unknown> = Omit<
  Parameters<Start>[0],
  'onRefused'
>;

/** HL7 v2 by MLLP, on ports of its own where the operator opens them. @returns what closes them */
export const listenForMessages = async (
  { mllp, host }: Configuration,
  services: Given<typeof startMllp>,
  log: Logger,
): Promise<() => Promise<unknown>> => {
  if (mllp === null) return async () => {};
  const server = await startMllp(
    {
      ...services,
      onRefused: (reason, from) => log.warn({ reason, from }, 'a message was refused'),
    },
    { host, ports: mllp.ports, senders: mllp.senders, tls: await tlsOf('MLLP', mllp) },
  );
  log.info({ ports: server.ports }, 'HL7 v2 is taken by MLLP');
  return () => server.stop();
};

/** Images by DIMSE, on a port of its own where the operator opens it. @returns what closes it */
export const listenForImages = async (
  { dimse, dicom, host }: Configuration,
  services: Omit<Given<typeof startDimse>, keyof Configuration['dicom']>,
  log: Logger,
): Promise<() => Promise<unknown>> => {
  if (dimse === null) return async () => {};
  const server = await startDimse(
    {
      ...{ ...services, ...dicom },
      onRefused: (reason, from) => log.warn({ reason, from }, 'images were refused'),
    },
    { ...dimse, host, tls: await tlsOf('DIMSE', dimse) },
  );
  log.info({ port: server.port }, 'images are taken by DIMSE');
  return () => server.stop();
};
