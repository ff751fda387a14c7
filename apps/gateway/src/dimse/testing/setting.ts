import type { Principal } from '@nodp/database';
import { everyone } from '../../../../../tests/fixtures.ts';
import { dicomSetting } from '../../dicom-web/testing.ts';
import { type DimseSettings, startDimse } from '../server.ts';
import { associateRequest, commandOf, dial, type Offer, pieces, unit } from './peer.ts';

export const CT = '1.2.840.10008.5.1.4.1.1.2';
export const OFFERS: readonly Offer[] = [
  { id: 1, abstract: '1.2.840.10008.1.1', syntaxes: ['1.2.840.10008.1.2'] },
  { id: 3, abstract: CT, syntaxes: ['1.2.840.10008.1.2', '1.2.840.10008.1.2.1'] },
];

/** The port beside the DICOMweb endpoint, on one database and one folder. */
export const dimseSetting = async (options: Parameters<typeof dicomSetting>[0] = {}) => {
  const at = await dicomSetting(options);
  const refused: string[] = [];
  const errors: unknown[] = [];
  const accounts = new Map<string, Principal>([['pacs', everyone.SYSTEM]]);
  const running: { stop(): Promise<void> }[] = [];
  const listen = async (more: Partial<DimseSettings> = {}): Promise<number> => {
    const server = await startDimse(
      {
        ...{ database: at.db.database, cipher: at.cipher, objects: at.objects },
        mostBytes: options.mostBytes ?? 2 ** 20,
        charsets: new Map(Object.entries(options.charsets ?? {})),
        account: async (id) => accounts.get(id),
        onRefused: (reason) => refused.push(reason),
        onError: (error) => errors.push(error),
      },
      {
        ...{ host: '127.0.0.1', port: 0, tls: null },
        senders: [{ calling: 'CT01', called: 'NODP', account: 'pacs' }],
        ...more,
      },
    );
    running.push(server);
    return server.port;
  };
  const port = await listen();
  /** A connection on which an association was agreed on. */
  const associated = async (titles = {}, to = port) => {
    const peer = dial(to);
    peer.send(associateRequest(titles, OFFERS));
    return { ...peer, answer: await peer.next() };
  };
  return {
    ...{ at, port, listen, refused, errors, accounts, associated, running },
    end: async () => {
      for (const server of running) await server.stop();
      await at.end();
    },
  };
};

/** A C-STORE: the command, and the data set in pieces. */
export const storing = (data: Buffer, sopUid: string, { size = 16_000, sopClass = CT } = {}) => [
  ...pieces(3, true, commandOf(1, { sopClass, sopUid, data: true })),
  ...pieces(3, false, data, size),
];

/** Each piece as a unit of its own. */
export const apart = (all: readonly Buffer[]): Buffer[] => all.map((one) => unit(4, one));
