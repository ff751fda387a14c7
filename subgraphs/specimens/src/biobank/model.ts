import type { bankConsent, collectionEvent } from './tables/donors.ts';
import type { specimenRequest, specimenResult } from './tables/requests.ts';
import type { bankSpecimen, custodyEvent } from './tables/specimens.ts';
import type {
  container,
  containerMove,
  inventoryAudit,
  temperatureReading,
} from './tables/storage.ts';

type Row<Table extends { readonly $inferSelect: object }> = Table['$inferSelect'];

export type ContainerRow = Row<typeof container>;
/** Amounts come as numbers: they have fewer digits than those keep. */
export type SpecimenRow = Omit<Row<typeof bankSpecimen>, 'amount' | 'initialAmount'> & {
  readonly amount: number;
  readonly initialAmount: number;
};
export type CustodyRow = Omit<Row<typeof custodyEvent>, 'amount'> & {
  readonly amount: number | null;
};
export type ConsentRow = Row<typeof bankConsent>;
export type CollectionRow = Row<typeof collectionEvent>;
export type RequestRow = Omit<Row<typeof specimenRequest>, 'minAmount'> & {
  readonly minAmount: number | null;
};
export type ResultRow = Row<typeof specimenResult>;
export type MoveRow = Row<typeof containerMove> & {
  readonly from: string | null;
  readonly to: string;
};
export type ReadingRow = Row<typeof temperatureReading>;
export type InventoryRow = Row<typeof inventoryAudit>;

export interface DonorRow {
  readonly id: string;
  readonly code: string;
  readonly linked: boolean;
}

export interface AlertRow {
  readonly why: 'EXCURSION' | 'FREEZER' | 'NOT_STORED' | 'OUT_TOO_LONG' | 'NOT_RECEIVED';
  readonly since: string;
  readonly celsius: number | null;
  readonly specimenId: string | null;
  readonly containerId: string | null;
}
