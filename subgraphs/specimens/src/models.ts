import type { Match, Undecided } from '@nodp/oncology';
import type {
  AlertRow,
  CollectionRow,
  ConsentRow,
  ContainerRow,
  CustodyRow,
  DonorRow,
  InventoryRow,
  MoveRow,
  ReadingRow,
  RequestRow,
  ResultRow,
  SpecimenRow,
} from './biobank/model.ts';
import type { Term } from './biobank/rules/terms.ts';
import type { Changes } from './evidence/changes.ts';
import type { SetHeading } from './evidence/sets.ts';
import type { Said } from './options/alterations.ts';
import type { DrugEvidence } from './options/drugs.ts';

/** A patient is known by its id; every list of it passes a loader that audits. */
export interface PatientModel {
  readonly patientId: string;
}

/** A tumour as the patients subgraph tells of it: who has it, and what it is. */
export interface TumourModel {
  readonly patientId: string;
  readonly id: string;
  readonly topography: { readonly code: string | null } | null;
  readonly morphology: { readonly code: string | null } | null;
}

/** What was looked up of a tumour, and what holds. */
export interface TargetedOptionsModel {
  readonly inForce: boolean;
  readonly set: SetHeading;
  readonly doid: string | null;
  readonly said: Said;
  readonly matches: readonly Match[];
  readonly undecided: readonly Undecided[];
}

export type DrugEvidenceModel = DrugEvidence;
export type EvidenceMatchModel = Match;
export type UndecidedEvidenceModel = Undecided;

/** A set with what it brought. */
export interface EvidenceSetModel {
  readonly heading: SetHeading;
  readonly inForce: boolean;
  readonly changes: Changes;
}

export type StorageContainerModel = ContainerRow;
export type BankedSpecimenModel = SpecimenRow;
export type BankDonorModel = DonorRow;
export type DonorConsentModel = ConsentRow;
export type CollectionEventModel = CollectionRow;
export type CustodyEventModel = CustodyRow;
export type CustodyAlertModel = AlertRow;
export type ContainerMoveModel = MoveRow;
export type TemperatureReadingModel = ReadingRow;
export type InventoryAuditModel = InventoryRow;
export type SpecimenRequestModel = RequestRow;
export type SpecimenResultModel = ResultRow;
/** A term by its code. */
export type BiobankTermModel = Term;
/** A specimen of a shipment, as its manifest has it. */
export type PackedSpecimenModel = NonNullable<RequestRow['manifest']>[number];
