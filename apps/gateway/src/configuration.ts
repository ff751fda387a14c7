import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PlatformError } from '@nodp/database';
import { type EngineName, engineName } from '@nodp/warehouse';

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

export interface Configuration {
  readonly port: number;
  readonly host: string;
  readonly home: string | null;
  readonly databaseUrl: string | null;
  readonly applicationDatabaseUrl: string | null;
  /** The address people reach the platform at, for OIDC and cookies. */
  readonly publicUrl: string | null;
  readonly demonstration: number;
  readonly distributed: boolean;
  /** Who answers from releases. */
  readonly releaseEngine: EngineName;
  readonly introspection: boolean;
  readonly logLevel: string;
  readonly oidc: OidcConfiguration | null;
  readonly bearer: BearerConfiguration | null;
}

export const help = `National Oncology Data Platform

  npm start                      start the platform on one port
  npm start -- [options]

Options
  --empty                        start without demonstration data
  --patients N                   how many demonstration patients to make the first time (default 20000)
  --distributed                  the six subgraphs as processes of their own, behind supergraph.yaml's routing URLs
  --help                         this text

Environment
  PORT                           port to serve on (default 4000)
  HOST                           address to serve on (default 127.0.0.1; 0.0.0.0 for every interface)
  NODP_HOME                      folder that holds the data (default .nodp)
  DATABASE_URL                   the operator's PostgreSQL (15 or newer) as the role that owns the tables;
                                 without it an embedded PostgreSQL 18 keeps the data in NODP_HOME
  APPLICATION_DATABASE_URL       the same database as a login that may only \`set role nodp_app\` or is nodp_app itself;
                                 needed with DATABASE_URL in earnest, else the owner's login takes the role nodp_app
  PUBLIC_URL                     address people use, e.g. https://nodp.example.org (cookies become Secure)
  NODP_IDENTITY_KEY              32 bytes in base64: the key of direct identifiers (default: a file in NODP_HOME)
  NODP_GATEWAY_SECRET            shared by gateway and subgraphs when they run apart
  NODP_RELEASE_ENGINE            duckdb over a release's files (default), or postgres: releases are loaded into the
                                 schema warehouse of the same PostgreSQL (or Citus) as well, and asked there
  NODP_INTROSPECTION=on          let clients read the schema by introspection
  NODP_MAP                       GeoJSON of the province map, in place of the one that comes with the platform: the 34
                                 divisions with their GB/T 2260 codes as “adcode”; drawn into the web app at start
  NODP_LOG_LEVEL                 trace, debug, info, warn, error (default info)
  NODP_OIDC_ISSUER, NODP_OIDC_CLIENT_ID, NODP_OIDC_CLIENT_SECRET, NODP_OIDC_LABEL
                                 sign-in by OpenID Connect (authorization code with PKCE)
  NODP_JWT_ISSUER, NODP_JWKS_URL, NODP_JWT_AUDIENCE
                                 bearer tokens of machines
  Claims of either kind of token: nodp_role (a role's name), nodp_institution (an institution's code).
`;

const secretOf = (env: NodeJS.ProcessEnv, name: string): string | null => {
  const file = env[`${name}_FILE`];
  if (file !== undefined) {
    if (!existsSync(file))
      throw new PlatformError('no-secret', `${name}_FILE names ${file}, which is not there.`);
    return readFileSync(file, 'utf8').trim();
  }
  return env[name] ?? null;
};

const integer = (name: string, text: string, least: number, most: number): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new PlatformError(
      'bad-setting',
      `${name} must be a whole number from ${least} to ${most}, not “${text}”.`,
    );
  }
  return value;
};

const oidcOf = (env: NodeJS.ProcessEnv): OidcConfiguration | null => {
  const { NODP_OIDC_ISSUER: issuer, NODP_OIDC_CLIENT_ID: clientId } = env;
  if (issuer === undefined && clientId === undefined) return null;
  if (issuer === undefined || clientId === undefined) {
    throw new PlatformError(
      'bad-setting',
      'Set both NODP_OIDC_ISSUER and NODP_OIDC_CLIENT_ID, or neither.',
    );
  }
  const label = env.NODP_OIDC_LABEL ?? new URL(issuer).hostname;
  return {
    issuer,
    clientId,
    clientSecret: secretOf(env, 'NODP_OIDC_CLIENT_SECRET'),
    label: { en: label, zh: label },
  };
};

const bearerOf = (env: NodeJS.ProcessEnv): BearerConfiguration | null => {
  const { NODP_JWT_ISSUER: issuer, NODP_JWKS_URL: jwksUrl, NODP_JWT_AUDIENCE: audience } = env;
  const given = [issuer, jwksUrl, audience].filter((value) => value !== undefined).length;
  if (given === 0) return null;
  if (issuer === undefined || jwksUrl === undefined || audience === undefined) {
    throw new PlatformError(
      'bad-setting',
      'Set NODP_JWT_ISSUER, NODP_JWKS_URL and NODP_JWT_AUDIENCE together.',
    );
  }
  return { issuer, jwksUrl, audience };
};

const releaseEngineOf = (env: NodeJS.ProcessEnv): EngineName => {
  try {
    return engineName(env.NODP_RELEASE_ENGINE);
  } catch (error) {
    throw new PlatformError('bad-setting', (error as Error).message);
  }
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
  return {
    port: integer('PORT', env.PORT ?? '4000', 0, 65_535),
    host: env.HOST ?? '127.0.0.1',
    home: env.NODP_HOME === undefined ? null : resolve(env.NODP_HOME),
    databaseUrl: secretOf(env, 'DATABASE_URL'),
    applicationDatabaseUrl: secretOf(env, 'APPLICATION_DATABASE_URL'),
    publicUrl: env.PUBLIC_URL ?? null,
    demonstration: values.empty
      ? 0
      : integer('--patients', values.patients ?? '20000', 0, 10_000_000),
    distributed: values.distributed ?? false,
    releaseEngine: releaseEngineOf(env),
    introspection: env.NODP_INTROSPECTION === 'on',
    logLevel: env.NODP_LOG_LEVEL ?? 'info',
    oidc: oidcOf(env),
    bearer: bearerOf(env),
  };
};

/** The checkout this file lies in. */
export const root = join(import.meta.dirname, '../../..');
