import type { Role } from '@nodp/database';

const manager: readonly Role[] = ['BIOBANK_MANAGER'];
const parties: readonly Role[] = ['RESEARCHER', 'BIOBANK_MANAGER'];

/** Who may read what of the biobank. */
export const biobankAccess: Readonly<Record<string, readonly Role[]>> = {
  ...Object.fromEntries(
    [
      ...['storageSites', 'storageContainer', 'bankedSpecimens', 'bankedSpecimen', 'custodyAlerts'],
    ].map((field) => [`Query.${field}`, manager]),
  ),
  'Query.biobankTerms': parties,
  'Query.specimenRequests': parties,
  'Query.specimenRequest': parties,
  Mutation: manager,
  'Mutation.askSpecimens': ['RESEARCHER'],
  'Mutation.receiveShipment': parties,
  'Mutation.bringSpecimenResult': parties,
  ...Object.fromEntries(
    [
      ...['StorageContainer', 'ContainerMove', 'TemperatureReading', 'InventoryAudit'],
      ...['InventoryFinding', 'RackScanReport', 'RackScanProblem', 'LabelCount'],
      ...['BankedSpecimenConnection', 'BankedSpecimenEdge', 'BankedSpecimen', 'PoolPart'],
      ...['BankDonor', 'DonorConsent', 'CollectionEvent', 'CustodyEvent', 'CustodyAlert'],
      ...['ConsentWithdrawal', 'RequestLine', 'SpecimenResult'],
      ...['SpecimenRequest.lines', 'SpecimenRequest.eligible'],
    ].map((type) => [type, manager]),
  ),
  ...Object.fromEntries(
    [
      ...['BiobankTerm', 'BiobankTerms', 'SpecimenRequest', 'PackedSpecimen'],
      ...['SpecimenRequestConnection', 'SpecimenRequestEdge'],
    ].map((type) => [type, parties]),
  ),
  PageInfo: parties,
};

const container = 'stc_AAAAAAAAAAAAAAAAAAAAAA';
const specimen = 'bsp_AAAAAAAAAAAAAAAAAAAAAA';
const request = 'srq_AAAAAAAAAAAAAAAAAAAAAA';
const donor = 'dnr_AAAAAAAAAAAAAAAAAAAAAA';
const tube = '{ barcode: "x", type: "DNA", preservation: "FROZEN", amount: 1, unit: "ng" }';

/** Arguments of the biobank's fields; they lead to no row. */
export const biobankArguments: Readonly<Record<string, string>> = {
  'Query.storageContainer': `(id: "${container}")`,
  'Query.bankedSpecimen': `(id: "${specimen}")`,
  'Query.specimenRequest': `(id: "${request}")`,
  'Mutation.collectSpecimens': `(input: { donor: "x", collectedAt: "2026-01-01T00:00:00Z", procedure: "BIOPSY", specimens: [${tube}] })`,
  'Mutation.deriveSpecimens': `(input: { specimen: "${specimen}", taken: 1, aliquots: false, made: [] })`,
  'Mutation.poolSpecimens': `(input: { pool: ${tube}, parts: [] })`,
  'Mutation.addContainer': '(input: { kind: SITE, name: "x", barcode: "x" })',
  'Mutation.moveContainer': `(id: "${container}", parent: "${container}")`,
  'Mutation.storeSpecimens': '(items: [])',
  'Mutation.storeRackScan': '(csv: "", dryRun: true)',
  'Mutation.noteSpecimens': '(ids: [], kind: TAKEN)',
  'Mutation.recordConsent': `(donor: "${donor}", version: "1", uses: ["RESEARCH"], signedOn: "2026-01-01")`,
  'Mutation.withdrawConsent': `(donor: "${donor}", reason: "tried")`,
  'Mutation.askSpecimens':
    '(input: { institution: "ins_AAAAAAAAAAAAAAAAAAAAAA", title: "Tried", purpose: "Tried", type: "DNA", wanted: 1, uses: ["RESEARCH"] })',
  'Mutation.decideSpecimenRequest': `(id: "${request}", approved: false, members: "xx", reason: "tried")`,
  'Mutation.reserveSpecimens': `(request: "${request}", specimens: [], kept: false)`,
  'Mutation.shipSpecimens': `(request: "${request}", number: "1", courier: "x")`,
  'Mutation.receiveShipment': `(request: "${request}", condition: "tried")`,
  'Mutation.bringSpecimenResult': `(input: { request: "${request}", barcode: "x", what: "x", value: "x" })`,
  'Mutation.recordInventory': `(container: "${container}", csv: "")`,
  'Mutation.countLabels': '(barcodes: [])',
  'Mutation.readThermometer': `(container: "${container}", celsius: 1)`,
};
