import { readFile } from 'node:fs/promises';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { PlatformError, readSettings } from '@nodp/database';
import type { Certificate } from '@nodp/graph/server';
import type { CertificateFiles } from './configuration.ts';

const read = async (name: string, file: string): Promise<string> => {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new PlatformError(
      'bad-setting',
      `${name} names ${file}, which cannot be read: ${error.message}`,
    );
  });
  if (!/-----BEGIN [A-Z ]+-----/.test(text))
    throw new PlatformError('bad-setting', `${name} names ${file}, which is no PEM file.`);
  return text;
};

/** The certificate by which a subgraph serves TLS; null where none is set. */
export const certificateOf = async (env: NodeJS.ProcessEnv): Promise<Certificate | null> => {
  const { NODP_SUBGRAPH_CERTIFICATE: certificate, NODP_SUBGRAPH_CERTIFICATE_KEY: key } =
    readSettings(env, ['NODP_SUBGRAPH_CERTIFICATE', 'NODP_SUBGRAPH_CERTIFICATE_KEY']);
  if (certificate === null && key === null) return null;
  if (certificate === null || key === null)
    throw new PlatformError(
      'bad-setting',
      'Set both NODP_SUBGRAPH_CERTIFICATE and NODP_SUBGRAPH_CERTIFICATE_KEY, or neither.',
    );
  return {
    certificate: await read('NODP_SUBGRAPH_CERTIFICATE', certificate),
    key: await read('NODP_SUBGRAPH_CERTIFICATE_KEY', key),
  };
};

/** What a port that is no web server's serves TLS with: PEM texts. */
export interface TlsTexts {
  readonly certificate: string;
  readonly key: string;
  /** Whose certificates peers must show; null where they need none. */
  readonly clients: string | null;
}

/** The certificate that the settings of a protocol name; null where they name none. */
export const tlsOf = async (
  protocol: 'MLLP' | 'DIMSE',
  { certificate, certificateKey, clientAuthority }: CertificateFiles,
): Promise<TlsTexts | null> =>
  certificate === null || certificateKey === null
    ? null
    : {
        certificate: await read(`NODP_${protocol}_CERTIFICATE`, certificate),
        key: await read(`NODP_${protocol}_CERTIFICATE_KEY`, certificateKey),
        clients:
          clientAuthority === null
            ? null
            : await read(`NODP_${protocol}_CLIENT_CA`, clientAuthority),
      };

/** From now on this process trusts what the authority of a PEM file has signed, beside those it trusts anyway. */
export const trustAuthority = async (file: string): Promise<void> =>
  setDefaultCACertificates([...getCACertificates('default'), await read('NODP_SUBGRAPH_CA', file)]);
