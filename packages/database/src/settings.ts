import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import * as v from 'valibot';
import { dimseSenders } from './dimse-senders.ts';
import { mllpSenders, ports } from './mllp-senders.ts';
import { PlatformError } from './problems.ts';

/** One environment variable: what it must be in words, and how its text is read. */
interface Setting<Value> {
  /** Completes “NAME must be …”. */
  readonly must: string;
  readonly schema: v.GenericSchema<string, Value>;
  /** Never repeated in a message; may come from a file that `NAME_FILE` names. */
  readonly secret: boolean;
}

const setting = <Value>(must: string, schema: v.GenericSchema<string, Value>): Setting<Value> => ({
  must,
  schema,
  secret: false,
});

const secret = <Value>(must: string, schema: v.GenericSchema<string, Value>): Setting<Value> => ({
  must,
  schema,
  secret: true,
});

const text = v.pipe(v.string(), v.nonEmpty());

export const wholeNumber = (least: number, most: number) =>
  v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number), v.minValue(least), v.maxValue(most));

const address = (...protocols: readonly string[]) =>
  v.pipe(
    v.string(),
    v.check((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol)),
  );

const web = address('http:', 'https:');
const database = address('postgres:', 'postgresql:');

const key = v.pipe(
  v.string(),
  v.transform((value): Uint8Array => Buffer.from(value, 'base64')),
  v.check((bytes) => bytes.length === 32),
);

const oneOf = <const Values extends readonly string[]>(...values: Values) =>
  setting(values.join(' or '), v.picklist(values));

/** Addresses of IP, and networks as CIDR. */
const innerAddresses = v.pipe(
  v.string(),
  v.transform((value) => value.split(',').map((part) => part.trim())),
  v.check((all) =>
    all.every((one) => {
      const [address = '', bits, ...more] = one.split('/');
      const most = { 4: 32, 6: 128 }[isIP(address)] ?? -1;
      return (
        most > 0 &&
        more.length === 0 &&
        (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= most))
      );
    }),
  ),
);

/** Character sets of files that declare none, by the code of who sends them: what the Encoding Standard calls them. */
const dicomCharsets = v.pipe(
  v.string(),
  v.transform(
    (value): ReadonlyMap<string, string> =>
      new Map(
        value
          .split(';')
          .map((one) => one.split('=').map((part) => part.trim()))
          .map(([code = '', charset = '']) => [code, charset.toLowerCase()]),
      ),
  ),
  v.check((all) =>
    [...all].every(
      ([code, charset]) =>
        code !== '' && ['gb18030', 'gbk', 'big5', 'utf-8', 'shift_jis', 'euc-kr'].includes(charset),
    ),
  ),
);

/** Every setting of the platform: of the gateway, of a subgraph in its own process, and of the command line. */
const settings = {
  PORT: setting('a whole number from 0 to 65535', wholeNumber(0, 65_535)),
  HOST: setting('an address of this machine', text),
  NODP_HOME: setting('a folder', text),
  DATABASE_URL: secret(
    'an address of PostgreSQL, postgres://USER:PASSWORD@HOST:PORT/DATABASE',
    database,
  ),
  APPLICATION_DATABASE_URL: secret(
    'an address of PostgreSQL, postgres://USER:PASSWORD@HOST:PORT/DATABASE',
    database,
  ),
  NODP_PROXIES: setting('a whole number from 0 to 10', wholeNumber(0, 10)),
  PUBLIC_URL: setting('an address that begins with http:// or https://', web),
  NODP_IDENTITY_KEY: secret('32 bytes in base64', key),
  NODP_GATEWAY_SECRET: secret('a text', text),
  NODP_SUBGRAPH_URL: setting(
    'an address that begins with http:// or https:// and says {name} where the subgraph’s name stands',
    v.pipe(
      web,
      v.check((value) => value.includes('{name}')),
    ),
  ),
  NODP_SUBGRAPH_CERTIFICATE: setting('a file', text),
  NODP_SUBGRAPH_CERTIFICATE_KEY: setting('a file', text),
  NODP_SUBGRAPH_CA: setting('a file', text),
  NODP_INTAKE_THREADS: setting('a whole number from 1 to 16', wholeNumber(1, 16)),
  NODP_MLLP_PORT: setting('a port, or several parted by commas', ports),
  NODP_MLLP_SENDERS: setting(
    'senders as APPLICATION@FACILITY=ACCOUNT, parted by “;” (PORT/ before one, charset=gb18030 after it)',
    mllpSenders,
  ),
  NODP_MLLP_CERTIFICATE: setting('a file', text),
  NODP_MLLP_CERTIFICATE_KEY: setting('a file', text),
  NODP_MLLP_CLIENT_CA: setting('a file', text),
  NODP_DIMSE_PORT: setting('a port', wholeNumber(0, 65_535)),
  NODP_DIMSE_SENDERS: setting(
    'senders as CALLING@CALLED=ACCOUNT, parted by “;” (* for any title)',
    dimseSenders,
  ),
  NODP_DIMSE_CERTIFICATE: setting('a file', text),
  NODP_DIMSE_CERTIFICATE_KEY: setting('a file', text),
  NODP_DIMSE_CLIENT_CA: setting('a file', text),
  NODP_DICOM_FOLDER: setting('a folder', text),
  NODP_DICOM_INSTANCE_MB: setting('a whole number from 1 to 65536', wholeNumber(1, 65_536)),
  NODP_DICOM_CHARSETS: setting(
    'institutions and character sets as CODE=gb18030, parted by “;” (* for every institution)',
    dicomCharsets,
  ),
  NODP_INNER_ADDRESSES: setting(
    'addresses or networks parted by commas, such as 10.20.0.0/16',
    innerAddresses,
  ),
  NODP_MESSAGE_GATEWAY_URL: setting('an address that begins with http:// or https://', web),
  NODP_MESSAGE_GATEWAY_SECRET: secret(
    '“whsec_” and 24 to 64 bytes in base64',
    v.pipe(
      v.string(),
      v.regex(/^whsec_[A-Za-z0-9+/]+=*$/),
      v.check((value) => {
        const { length } = Buffer.from(value.slice(6), 'base64');
        return length >= 24 && length <= 64;
      }),
    ),
  ),
  NODP_RELEASES: setting('a folder', text),
  NODP_RELEASE_ENGINE: oneOf('duckdb', 'postgres'),
  NODP_RELEASE_CLOSING: setting('a day, YYYY-MM-DD', v.pipe(v.string(), v.isoDate())),
  NODP_INTROSPECTION: oneOf('on', 'off'),
  NODP_BEACON: oneOf('public', 'clients', 'off'),
  NODP_CATALOGUE: oneOf('public', 'off'),
  NODP_LOG_LEVEL: oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'),
  NODP_OIDC_ISSUER: setting('an address that begins with http:// or https://', web),
  NODP_OIDC_CLIENT_ID: setting('a text', text),
  NODP_OIDC_CLIENT_SECRET: secret('a text', text),
  NODP_OIDC_LABEL: setting('a text', text),
  NODP_JWT_ISSUER: setting('a text', text),
  NODP_JWKS_URL: setting('an address that begins with http:// or https://', web),
  NODP_JWT_AUDIENCE: setting('a text', text),
  NODP_URL: setting('an address that begins with http:// or https://', web),
  NODP_TOKEN: secret('a text', text),
  NODP_ACCOUNT: setting('a text', text),
  NODP_BACKUPS: setting('a folder', text),
  NODP_BACKUP_KEYS: setting('a folder', text),
  NODP_BACKUP_PASSPHRASE: secret('a text', text),
  NODP_PASSWORD: secret('a text', text),
} as const;

export type SettingName = keyof typeof settings;

type ValueOf<Name extends SettingName> = v.InferOutput<(typeof settings)[Name]['schema']>;

/** The values of some settings; null where one is not set. */
export type Settings<Name extends SettingName> = { readonly [N in Name]: ValueOf<N> | null };

/** The text of a setting, null where it is not set; an empty one, as container tools pass it, is not set. */
const textOf = (env: NodeJS.ProcessEnv, name: SettingName): string | null => {
  const file = settings[name].secret ? env[`${name}_FILE`] : undefined;
  if (!file) return env[name] || null;
  if (!existsSync(file))
    throw new PlatformError('bad-setting', `${name}_FILE names ${file}, which is not there.`);
  return readFileSync(file, 'utf8').trim();
};

/**
 * Reads settings from the environment by the one schema.
 * @throws PlatformError `bad-setting` that names each variable that is wrong, what it must be, and what it is
 */
export const readSettings = <const Name extends SettingName>(
  env: NodeJS.ProcessEnv,
  names: readonly Name[],
): Settings<Name> => {
  const problems: string[] = [];
  const values = names.map((name) => {
    const given = textOf(env, name);
    if (given === null) return [name, null];
    const { must, schema, secret } = settings[name];
    const read = v.safeParse(schema, given);
    if (read.success) return [name, read.output];
    problems.push(`${name} must be ${must}${secret ? '' : `, not “${given}”`}.`);
    return [name, null];
  });
  if (problems.length > 0) throw new PlatformError('bad-setting', problems.join('\n'));
  return Object.fromEntries(values) as Settings<Name>;
};

/**
 * The same settings, none of them missing.
 * @throws PlatformError `no-setting` that names each variable that is not set
 */
export const required = <Name extends SettingName>(
  values: Settings<Name>,
): { readonly [N in Name]: ValueOf<N> } => {
  const missing = Object.entries(values).flatMap(([name, value]) => (value === null ? [name] : []));
  if (missing.length > 0)
    throw new PlatformError('no-setting', missing.map((name) => `${name} is not set.`).join('\n'));
  return values as { readonly [N in Name]: ValueOf<N> };
};
