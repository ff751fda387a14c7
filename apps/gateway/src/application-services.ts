import type { GatewayRuntime } from '@graphql-hive/gateway-runtime';
import type { Database, IdentityCipher } from '@nodp/database';
import type { Logger } from 'pino';
import type { Clients } from './clients/clients.ts';
import type { Admission } from './endpoints/admission.ts';
import type { AuthServices } from './endpoints/auth.ts';
import type { SharedLimits } from './endpoints/shared-limit.ts';
import type { Refused } from './graph/access.ts';
import type { GatewayContext } from './graph/transport.ts';
import type { messageReports } from './messages/reports.ts';
import type { Metrics } from './observability/metrics.ts';

/** What the endpoints of the one port are given. */
export interface ApplicationServices extends AuthServices {
  readonly database: Database;
  /** Programs of institutions, and the address that their assertions name. */
  readonly clients: Clients;
  readonly url: () => string;
  readonly graph: GatewayRuntime<GatewayContext>;
  /** Hears of what an account was refused, before it is answered. */
  readonly onRefused: Refused;
  /** Of all gateways of the database. */
  readonly limits: SharedLimits;
  /** Of what is being taken in. */
  readonly places: Admission;
  readonly fhir: RecordsEndpoint;
  readonly hl7v2: RecordsEndpoint;
  readonly csv: RecordsEndpoint;
  readonly dicom: RecordsEndpoint;
  readonly held: RecordsEndpoint;
  readonly outcomes: RecordsEndpoint;
  readonly plans: RecordsEndpoint;
  readonly letters: RecordsEndpoint;
  readonly messageReports: ReturnType<typeof messageReports>;
  readonly rounds: RecordsEndpoint;
  readonly deaths: RecordsEndpoint;
  readonly network: RecordsEndpoint;
  /** Seals what people add to notes. */
  readonly cipher: IdentityCipher;
  /** Folder of files that leave to recipients of projects. */
  readonly dataExports: string;
  /** Whom the beacon answers; null where there is none. */
  readonly beacon: 'public' | 'clients' | null;
  /** Whether the catalogue of data is open to everybody. */
  readonly catalogue: boolean;
  readonly version: string;
  readonly webFolder: string;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly ready: () => Promise<boolean>;
}

/** Takes records in as the principal; null where nobody is signed in. */
export type RecordsEndpoint = (request: Request, caller: GatewayContext) => Promise<Response>;
