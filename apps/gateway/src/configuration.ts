import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type DimseSender,
  type MllpSender,
  PlatformError,
  readSettings,
  type SettingName,
  type Settings,
  wholeNumber,
} from '@nodp/database';
import type { EngineName } from '@nodp/warehouse';
import * as v from 'valibot';
import { type MessageGateway, messageGatewayOf } from './messages/gateway.ts';

/** Sign-in by an identity provider of the operator's. */
export interface OidcConfiguration {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | null;
  readonly label: { readonly en: string; readonly zh: string };
}

/** Machines' tokens: their issuer and their audience. */
export interface BearerConfiguration {
  readonly issuer: string;
  readonly jwksUrl: string;
  readonly audience: string;
}

/** PEM files that a port which is no web server's serves TLS with; null where it serves in the clear. */
export interface CertificateFiles {
  readonly certificate: string | null;
  readonly certificateKey: string | null;
  /** Of the authority whose certificates peers must show. */
  readonly clientAuthority: string | null;
}

/** HL7 v2 by MLLP. */
interface MllpConfiguration extends CertificateFiles {
  readonly ports: readonly number[];
  readonly senders: readonly MllpSender[];
}

/** Images by DIMSE. */
interface DimseConfiguration extends CertificateFiles {
  readonly port: number;
  readonly senders: readonly DimseSender[];
}

/** The store of images. */
export interface DicomConfiguration {
  /** Where the instances lie; null for a folder of the home. */
  readonly folder: string | null;
  /** Most bytes of an instance. */
  readonly mostBytes: number;
  /** Of files that declare none, by institution. */
  readonly charsets: ReadonlyMap<string, string>;
}

export interface Configuration {
  readonly port: number;
  readonly host: string;
  readonly home: string | null;
  readonly databaseUrl: string | null;
  readonly applicationDatabaseUrl: string | null;
  /** The address people reach the platform at, for OIDC and cookies. */
  readonly publicUrl: string | null;
  /** Inner addresses (or CIDR) that the platform sends to. */
  readonly innerAddresses: readonly string[];
  /** The operator's own service that posts letters and sends text messages; null where people send them by hand. */
  readonly messageGateway: MessageGateway | null;
  /** Proxies of the operator's in front, whose X-Forwarded-For is believed. */
  readonly proxies: number;
  /** 32 bytes, the key of direct identifiers; null where a file in the home holds it. */
  readonly identityKey: Uint8Array | null;
  /** Shared by gateway and subgraphs; null where a file in the home holds it. */
  readonly gatewaySecret: string | null;
  readonly demonstration: number;
  /** Threads that read, check and write what is sent. */
  readonly intakeThreads: number;
  readonly distributed: boolean;
  /** Where subgraphs run that others start and keep up, `{name}` for each one's name; null where this process has them or starts them. */
  readonly subgraphUrl: string | null;
  /** PEM files for the gateway's calls to the subgraphs by TLS; null for calls in the clear. */
  readonly subgraphTls: {
    readonly certificate: string | null;
    readonly certificateKey: string | null;
    /** Of the authority that signed the subgraphs' certificates. */
    readonly authority: string | null;
  };
  /** Who answers from releases. */
  readonly releaseEngine: EngineName;
  /** The last day to which follow-up is complete; null for the day of a release's build. */
  readonly releaseClosing: string | null;
  readonly introspection: boolean;
  /** Whom the beacon answers; null where there is none. */
  readonly beacon: 'public' | 'clients' | null;
  /** Whether the catalogue of data is open to everybody. */
  readonly catalogue: boolean;
  readonly logLevel: string;
  readonly oidc: OidcConfiguration | null;
  readonly bearer: BearerConfiguration | null;
  readonly mllp: MllpConfiguration | null;
  readonly dimse: DimseConfiguration | null;
  readonly dicom: DicomConfiguration;
}

const serverSettings = [
  'PORT',
  'HOST',
  'NODP_HOME',
  'DATABASE_URL',
  'APPLICATION_DATABASE_URL',
  'PUBLIC_URL',
  'NODP_PROXIES',
  'NODP_IDENTITY_KEY',
  'NODP_GATEWAY_SECRET',
  'NODP_SUBGRAPH_URL',
  'NODP_SUBGRAPH_CERTIFICATE',
  'NODP_SUBGRAPH_CERTIFICATE_KEY',
  'NODP_SUBGRAPH_CA',
  'NODP_RELEASE_ENGINE',
  'NODP_RELEASE_CLOSING',
  'NODP_INTROSPECTION',
  'NODP_BEACON',
  'NODP_CATALOGUE',
  'NODP_LOG_LEVEL',
  'NODP_OIDC_ISSUER',
  'NODP_OIDC_CLIENT_ID',
  'NODP_OIDC_CLIENT_SECRET',
  'NODP_OIDC_LABEL',
  'NODP_JWT_ISSUER',
  'NODP_JWKS_URL',
  'NODP_JWT_AUDIENCE',
  'NODP_INTAKE_THREADS',
  'NODP_MLLP_PORT',
  'NODP_MLLP_SENDERS',
  'NODP_MLLP_CERTIFICATE',
  'NODP_MLLP_CERTIFICATE_KEY',
  'NODP_MLLP_CLIENT_CA',
  'NODP_DIMSE_PORT',
  'NODP_DIMSE_SENDERS',
  'NODP_DIMSE_CERTIFICATE',
  'NODP_DIMSE_CERTIFICATE_KEY',
  'NODP_DIMSE_CLIENT_CA',
  'NODP_DICOM_FOLDER',
  'NODP_DICOM_INSTANCE_MB',
  'NODP_DICOM_CHARSETS',
  'NODP_INNER_ADDRESSES',
  'NODP_MESSAGE_GATEWAY_URL',
  'NODP_MESSAGE_GATEWAY_SECRET',
] as const satisfies readonly SettingName[];

type ServerSettings = Settings<(typeof serverSettings)[number]>;

const badSetting = (message: string) => new PlatformError('bad-setting', message);

const oidcOf = (settings: ServerSettings): OidcConfiguration | null => {
  const { NODP_OIDC_ISSUER: issuer, NODP_OIDC_CLIENT_ID: clientId } = settings;
  if (issuer === null && clientId === null) return null;
  if (issuer === null || clientId === null)
    throw badSetting('Set both NODP_OIDC_ISSUER and NODP_OIDC_CLIENT_ID, or neither.');
  const label = settings.NODP_OIDC_LABEL ?? new URL(issuer).hostname;
  const clientSecret = settings.NODP_OIDC_CLIENT_SECRET;
  return { issuer, clientId, clientSecret, label: { en: label, zh: label } };
};

const bearerOf = (settings: ServerSettings): BearerConfiguration | null => {
  const { NODP_JWT_ISSUER: issuer, NODP_JWKS_URL: jwksUrl, NODP_JWT_AUDIENCE: audience } = settings;
  if (issuer === null && jwksUrl === null && audience === null) return null;
  if (issuer === null || jwksUrl === null || audience === null)
    throw badSetting('Set NODP_JWT_ISSUER, NODP_JWKS_URL and NODP_JWT_AUDIENCE together.');
  return { issuer, jwksUrl, audience };
};

const filesOf = (settings: ServerSettings, protocol: 'MLLP' | 'DIMSE'): CertificateFiles => {
  const certificate = settings[`NODP_${protocol}_CERTIFICATE`];
  const certificateKey = settings[`NODP_${protocol}_CERTIFICATE_KEY`];
  const clientAuthority = settings[`NODP_${protocol}_CLIENT_CA`];
  const name = `NODP_${protocol}_CERTIFICATE`;
  if ((certificate === null) !== (certificateKey === null))
    throw badSetting(`Set both ${name} and ${name}_KEY, or neither.`);
  if (clientAuthority !== null && certificate === null)
    throw badSetting(`NODP_${protocol}_CLIENT_CA needs ${name}: senders are known by TLS.`);
  return { certificate, certificateKey, clientAuthority };
};

const mllpOf = (settings: ServerSettings): MllpConfiguration | null => {
  const { NODP_MLLP_PORT: ports, NODP_MLLP_SENDERS: senders } = settings;
  if (ports === null && senders === null) return null;
  if (ports === null || senders === null)
    throw badSetting('Set both NODP_MLLP_PORT and NODP_MLLP_SENDERS, or neither.');
  return { ports, senders, ...filesOf(settings, 'MLLP') };
};

const dimseOf = (settings: ServerSettings): DimseConfiguration | null => {
  const { NODP_DIMSE_PORT: port, NODP_DIMSE_SENDERS: senders } = settings;
  if (port === null && senders === null) return null;
  if (port === null || senders === null)
    throw badSetting('Set both NODP_DIMSE_PORT and NODP_DIMSE_SENDERS, or neither.');
  return { port, senders, ...filesOf(settings, 'DIMSE') };
};

const most = 10_000_000;

const patientsOf = (text: string): number => {
  const read = v.safeParse(wholeNumber(0, most), text);
  if (!read.success)
    throw badSetting(`--patients must be a whole number from 0 to ${most}, not “${text}”.`);
  return read.output;
};

/** @throws PlatformError that says which setting is wrong and what it must be */
export const readConfiguration = (
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
): Configuration => {
  let values: { empty?: boolean; patients?: string; distributed?: boolean };
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        empty: { type: 'boolean' },
        patients: { type: 'string' },
        distributed: { type: 'boolean' },
      },
    }));
  } catch (error) {
    throw new PlatformError('bad-option', `${(error as Error).message} See npm start -- --help.`);
  }
  const settings = readSettings(env, serverSettings);
  if (values.distributed && settings.NODP_SUBGRAPH_URL !== null)
    throw new PlatformError(
      'bad-option',
      'NODP_SUBGRAPH_URL says that the subgraphs run elsewhere, and --distributed starts them here: one of the two.',
    );
  const { NODP_HOME: home } = settings;
  return {
    port: settings.PORT ?? 4000,
    host: settings.HOST ?? '127.0.0.1',
    home: home === null ? null : resolve(home),
    databaseUrl: settings.DATABASE_URL,
    applicationDatabaseUrl: settings.APPLICATION_DATABASE_URL,
    publicUrl: settings.PUBLIC_URL,
    proxies: settings.NODP_PROXIES ?? 0,
    innerAddresses: settings.NODP_INNER_ADDRESSES ?? [],
    messageGateway: messageGatewayOf(
      settings.NODP_MESSAGE_GATEWAY_URL,
      settings.NODP_MESSAGE_GATEWAY_SECRET,
    ),
    identityKey: settings.NODP_IDENTITY_KEY,
    gatewaySecret: settings.NODP_GATEWAY_SECRET,
    demonstration: values.empty ? 0 : patientsOf(values.patients ?? '20000'),
    distributed: values.distributed ?? false,
    subgraphUrl: settings.NODP_SUBGRAPH_URL,
    subgraphTls: {
      certificate: settings.NODP_SUBGRAPH_CERTIFICATE,
      certificateKey: settings.NODP_SUBGRAPH_CERTIFICATE_KEY,
      authority: settings.NODP_SUBGRAPH_CA,
    },
    releaseEngine: settings.NODP_RELEASE_ENGINE ?? 'duckdb',
    releaseClosing: settings.NODP_RELEASE_CLOSING,
    introspection: settings.NODP_INTROSPECTION === 'on',
    beacon:
      settings.NODP_BEACON === null || settings.NODP_BEACON === 'off' ? null : settings.NODP_BEACON,
    catalogue: settings.NODP_CATALOGUE === 'public',
    intakeThreads: settings.NODP_INTAKE_THREADS ?? 1,
    logLevel: settings.NODP_LOG_LEVEL ?? 'info',
    oidc: oidcOf(settings),
    bearer: bearerOf(settings),
    mllp: mllpOf(settings),
    dimse: dimseOf(settings),
    dicom: {
      folder: settings.NODP_DICOM_FOLDER,
      mostBytes: (settings.NODP_DICOM_INSTANCE_MB ?? 2_048) * 2 ** 20,
      charsets: settings.NODP_DICOM_CHARSETS ?? new Map(),
    },
  };
};

/** The checkout this file lies in. */
export const root = join(import.meta.dirname, '../../..');
