import { codedTerm, decodeOne, encodeId } from '@nodp/graph';
import type {
  BankDonorResolvers,
  BankedSpecimenResolvers,
  BiobankTermResolvers,
  CollectionEventResolvers,
  ContainerMoveResolvers,
  CustodyAlertResolvers,
  DonorConsentResolvers,
  InventoryAuditResolvers,
  MutationResolvers,
  PackedSpecimenResolvers,
  QueryResolvers,
  SpecimenRequestResolvers,
  SpecimenResultResolvers,
  StorageContainerResolvers,
  TemperatureReadingResolvers,
} from '../generated/resolvers.ts';
import {
  collectSpecimens,
  countLabels,
  deriveSpecimens,
  noteSpecimens,
  poolSpecimens,
  recordConsent,
  withdrawConsent,
} from './handling.ts';
import {
  custodyAlerts,
  eligibleFor,
  linesOf,
  listRequests,
  listSpecimens,
  requestOf,
  storageSites,
  whole,
} from './lists.ts';
import type { ContainerRow, SpecimenRow } from './model.ts';
import {
  askSpecimens,
  bringResult,
  decideRequest,
  receiveShipment,
  reserveSpecimens,
  shipSpecimens,
} from './requesting.ts';
import {
  collectionById,
  consentsOf,
  containerById,
  containersIn,
  countIn,
  custodyOf,
  donorById,
  inventoriesOf,
  labelsOf,
  madeOf,
  movesOf,
  partsOf,
  pathOf,
  readingsOf,
  resultsOf,
  specimenById,
  specimensIn,
} from './rows.ts';
import { freePositions, labelOf } from './rules/positions.ts';
import {
  PRESERVATIONS,
  PROCEDURES,
  SAMPLE_TYPES,
  STORAGE_TEMPERATURES,
  type Term,
  UNITS,
  USES,
} from './rules/terms.ts';
import { recordInventory, storeRackScan } from './scans.ts';
import {
  addContainer,
  moveContainer,
  readThermometer,
  specimenOf,
  storeSpecimens,
} from './storing.ts';

const ICD10 = 'http://hl7.org/fhir/sid/icd-10';
const ICDO3 = 'http://terminology.hl7.org/CodeSystem/icd-o-3';
const FREE_SHOWN = 24;

/** A term by its code; a code that a later version left out reads as itself. */
const termIn = (list: readonly Term[], code: string): Term =>
  list.find((term) => term.code === code) ?? { code, en: code, zh: code };
const storageTerm = (code: string | null): Term | null =>
  code === null ? null : termIn(STORAGE_TEMPERATURES, code);

const Query: QueryResolvers = {
  biobankTerms: () => ({
    types: [...SAMPLE_TYPES],
    temperatures: [...STORAGE_TEMPERATURES],
    uses: [...USES],
    preservations: [...PRESERVATIONS],
    procedures: [...PROCEDURES],
    units: [...UNITS],
  }),
  storageSites: (_, __, context) => storageSites(context),
  storageContainer: (_, { id }, context) =>
    context.once(containerById).load(decodeOne('StorageContainer', id)),
  bankedSpecimens: (_, args, context) => listSpecimens(args, context),
  bankedSpecimen: (_, { id }, context) =>
    context.once(specimenById).load(decodeOne('BankedSpecimen', id)),
  custodyAlerts: (_, __, context) => custodyAlerts(context),
  specimenRequests: (_, args, context) => listRequests(args, context),
  specimenRequest: (_, { id }, context) => requestOf(id, context),
};

const Mutation: MutationResolvers = {
  collectSpecimens: async (_, { input }, context) => whole(await collectSpecimens(input, context)),
  deriveSpecimens: (_, { input }, context) => deriveSpecimens(input, context),
  poolSpecimens: (_, { input }, context) => poolSpecimens(input, context),
  addContainer: (_, { input }, context) => addContainer(input, context),
  moveContainer: (_, args, context) => moveContainer(args, context),
  storeSpecimens: async (_, args, context) => whole(await storeSpecimens(args, context)),
  storeRackScan: (_, { csv, dryRun }, context) => storeRackScan(csv, dryRun, context),
  noteSpecimens: async (_, args, context) => whole(await noteSpecimens(args, context)),
  recordConsent: (_, args, context) => recordConsent(args, context),
  withdrawConsent: (_, { donor, reason }, context) => withdrawConsent(donor, reason, context),
  askSpecimens: (_, { input }, context) => askSpecimens(input, context),
  decideSpecimenRequest: (_, args, context) => decideRequest(args, context),
  reserveSpecimens: (_, args, context) => reserveSpecimens(args, context),
  shipSpecimens: (_, args, context) => shipSpecimens(args, context),
  receiveShipment: (_, args, context) => receiveShipment(args, context),
  bringSpecimenResult: (_, { input }, context) => bringResult(input, context),
  recordInventory: (_, { container, csv }, context) => recordInventory(container, csv, context),
  countLabels: (_, { barcodes }, context) => countLabels(barcodes, context),
  readThermometer: (_, { container, celsius }, context) =>
    readThermometer(container, celsius, context),
};

const BiobankTerm: BiobankTermResolvers = { label: ({ en, zh }) => ({ en, zh }) };

const placed = (
  container: ContainerRow | null,
  row: number | null,
  column: number | null,
): string | null =>
  container === null || row === null || column === null
    ? null
    : labelOf(container, { row, column });

const StorageContainer: StorageContainerResolvers = {
  id: ({ id }) => encodeId('StorageContainer', id),
  temperature: ({ temperature }) => storageTerm(temperature),
  path: ({ id }, _, context) => context.once(pathOf).load(id),
  position: async ({ parentId, parentRow, parentColumn }, _, context) =>
    parentId === null || parentRow === null
      ? null
      : placed(await context.once(containerById).load(parentId), parentRow, parentColumn),
  containers: ({ id }, _, context) => context.once(containersIn).load(id),
  specimens: ({ id }, _, context) => context.once(specimensIn).load(id),
  free: async (container, _, context) => {
    const [stored, within] = await Promise.all([
      context.once(specimensIn).load(container.id),
      context.once(containersIn).load(container.id),
    ]);
    const taken = [
      ...stored.map(({ row, column }) => ({ row, column })),
      ...within.map(({ parentRow, parentColumn }) => ({ row: parentRow, column: parentColumn })),
    ].flatMap(({ row, column }) => (row === null || column === null ? [] : [{ row, column }]));
    return freePositions(container, taken, FREE_SHOWN).map((at) => labelOf(container, at));
  },
  count: async ({ id }, _, context) => (await context.once(countIn).load(id))[0]?.count ?? 0,
  moves: ({ id }, _, context) => context.once(movesOf).load(id),
  readings: ({ id }, _, context) => context.once(readingsOf).load(id),
  inventories: ({ id }, _, context) => context.once(inventoriesOf).load(id),
};

const ContainerMove: ContainerMoveResolvers = {
  by: ({ movedBy }) => movedBy,
  at: ({ movedAt }) => movedAt,
};

const TemperatureReading: TemperatureReadingResolvers = {
  by: ({ readBy }) => readBy,
  at: ({ readAt }) => readAt,
};

const InventoryAudit: InventoryAuditResolvers = {
  by: ({ scannedBy }) => scannedBy,
  at: ({ scannedAt }) => scannedAt,
  present: ({ findings }) => findings.filter(({ finding }) => finding === 'PRESENT').length,
  findings: ({ findings }) =>
    findings.flatMap(({ finding, ...rest }) =>
      finding === 'PRESENT' ? [] : [{ ...rest, finding }],
    ),
};

const parentIn = async (
  { containerId }: SpecimenRow,
  load: (id: string) => Promise<ContainerRow | null>,
) => (containerId === null ? null : load(containerId));

const BankedSpecimen: BankedSpecimenResolvers = {
  id: ({ id }) => encodeId('BankedSpecimen', id),
  type: ({ type }) => termIn(SAMPLE_TYPES, type),
  preservation: ({ preservation }) => termIn(PRESERVATIONS, preservation),
  temperature: ({ temperature }) => storageTerm(temperature),
  place: ({ containerId }, _, context) =>
    containerId === null ? [] : context.once(pathOf).load(containerId),
  position: async (specimen, _, context) =>
    placed(
      await parentIn(specimen, (id) => context.once(containerById).load(id)),
      specimen.row,
      specimen.column,
    ),
  donor: ({ donorId }, _, context) =>
    donorId === null ? null : context.once(donorById).load(donorId),
  collection: ({ eventId }, _, context) =>
    eventId === null ? null : context.once(collectionById).load(eventId),
  parent: ({ parentId }, _, context) =>
    parentId === null ? null : context.once(specimenById).load(parentId),
  made: ({ id }, _, context) => context.once(madeOf).load(id),
  parts: async ({ id }, _, context) =>
    Promise.all(
      (await context.once(partsOf).load(id)).map(async ({ sourceId, amount }) => ({
        specimen: await specimenOf(encodeId('BankedSpecimen', sourceId), context),
        amount,
      })),
    ),
  custody: ({ id }, _, context) => context.once(custodyOf).load(id),
  results: ({ id }, _, context) => context.once(resultsOf).load(id),
  labels: ({ barcode }, _, context) => context.once(labelsOf).load(barcode),
};

const BankDonor: BankDonorResolvers = {
  id: ({ id }) => encodeId('BankDonor', id),
  consents: ({ id }, _, context) => context.once(consentsOf).load(id),
};

const DonorConsent: DonorConsentResolvers = {
  uses: ({ scope }) => scope.map((use) => termIn(USES, use)),
};

const CollectionEvent: CollectionEventResolvers = {
  procedure: ({ procedure }) => termIn(PROCEDURES, procedure),
  topography: ({ topography }) => (topography === null ? null : codedTerm(ICDO3, topography, null)),
  diagnosis: ({ diagnosis }) => (diagnosis === null ? null : codedTerm(ICD10, diagnosis, null)),
};

const CustodyAlert: CustodyAlertResolvers = {
  specimen: ({ specimenId }, _, context) =>
    specimenId === null ? null : context.once(specimenById).load(specimenId),
  container: ({ containerId }, _, context) =>
    containerId === null ? null : context.once(containerById).load(containerId),
};

const SpecimenRequest: SpecimenRequestResolvers = {
  id: ({ id }) => encodeId('SpecimenRequest', id),
  requester: ({ requesterName }) => requesterName,
  cohort: ({ cohortWords }) => cohortWords,
  type: ({ type }) => termIn(SAMPLE_TYPES, type),
  preservation: ({ preservation }) =>
    preservation === null ? null : termIn(PRESERVATIONS, preservation),
  uses: ({ uses }) => uses.map((use) => termIn(USES, use)),
  manifest: ({ manifest }) => manifest ?? [],
  lines: async ({ id }, _, context) =>
    Promise.all(
      (await linesOf(id, context)).map(async ({ specimenId, state }) => ({
        specimen: await specimenOf(encodeId('BankedSpecimen', specimenId), context),
        state,
      })),
    ),
  eligible: ({ id }, args, context) => eligibleFor(id, args, context),
};

const PackedSpecimen: PackedSpecimenResolvers = {
  type: ({ type }) => termIn(SAMPLE_TYPES, type),
  preservation: ({ preservation }) => termIn(PRESERVATIONS, preservation),
};

const SpecimenResult: SpecimenResultResolvers = {
  by: ({ broughtBy }) => broughtBy,
  at: ({ broughtAt }) => broughtAt,
};

export const resolvers = {
  Query,
  Mutation,
  BiobankTerm,
  StorageContainer,
  ContainerMove,
  TemperatureReading,
  InventoryAudit,
  BankedSpecimen,
  BankDonor,
  DonorConsent,
  CollectionEvent,
  CustodyAlert,
  SpecimenRequest,
  PackedSpecimen,
  SpecimenResult,
};
