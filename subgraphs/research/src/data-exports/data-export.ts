import type { CohortDefinition } from '@nodp/cohorts';
import type { Label } from '@nodp/terminology';
import type { ExportedColumn } from '../export/manifest.ts';
import type { FormatId } from './formats/registry.ts';
import type { DataExportState, DataExportStepKind } from './rule.ts';

/** A column that is to leave, as it was granted when the export was requested. */
export interface ExportElement {
  readonly table: string;
  readonly column: string;
}

/** To whom the files go. */
export interface Recipient {
  readonly name: string;
  readonly institution: string;
  /** Public key of age (`age1…`): nobody else opens the files. */
  readonly key: string;
}

/** What has to be generalised, left out or suppressed before anything leaves: consented to, and then applied as it stands. */
export interface Proposal {
  readonly k: number;
  readonly l: number;
  /** Levels of the quasi-identifiers, in their order. */
  readonly levels: readonly number[];
  readonly generalised: readonly {
    readonly name: string;
    readonly label: Label;
    readonly generalisedTo: Label;
    /** Whether it is coarser here than in the release's own export. */
    readonly further: boolean;
  }[];
  /** Shares of the persons who were asked for, rounded to ten of them or a hundredth. */
  readonly suppressedShare: number;
  readonly furtherCasesLeftOutShare: number;
  /** Sensitive attributes, with the share of persons of whom they are left out. */
  readonly sensitive: readonly {
    readonly id: string;
    readonly label: Label;
    readonly leftOutShare: number;
  }[];
}

/** What is written beside the files: enough to cite them, to judge them, and to tell what may be done with them. */
export interface DataExportManifest {
  readonly id: string;
  readonly project: { readonly id: string; readonly title: string; readonly ethicsNumber: string };
  readonly release: { readonly number: number; readonly checksum: string };
  readonly cohort: {
    readonly hash: string;
    readonly definition: CohortDefinition;
    readonly inWords: Label;
  } | null;
  readonly sites: readonly string[];
  readonly format: FormatId;
  readonly requestedBy: Label;
  readonly recipient: Recipient;
  readonly packedAt: string;
  readonly protection: Proposal & {
    readonly days: { readonly error: number; readonly intervalError: number };
    readonly rowKeys: Label;
    readonly mark: Label;
  };
  readonly tables: readonly {
    readonly name: string;
    readonly columns: readonly ExportedColumn[];
  }[];
  /** SHA-256 of each file, by name. */
  readonly files: readonly {
    readonly name: string;
    readonly bytes: number;
    readonly sha256: string;
  }[];
  readonly licence: Label;
  readonly conditions: string;
  readonly citeAs: Label;
}

/** An export as its row says. */
export interface DataExportRow {
  readonly id: string;
  readonly projectId: string;
  readonly releaseNumber: number;
  readonly cohortHash: string | null;
  readonly format: FormatId;
  readonly elements: readonly ExportElement[];
  /** Site groups that leave; empty for every one. */
  readonly sites: readonly string[];
  readonly recipient: Recipient;
  readonly state: DataExportState;
  /** Of the work that goes on, 0 to 1. */
  readonly share: number;
  readonly problem: Label | null;
  readonly proposal: Proposal | null;
  readonly requestedById: string;
  readonly requestedByName: Label;
  readonly requestedAt: string;
  /** Of the encrypted file. */
  readonly sha256: string | null;
  readonly bytes: number | null;
  /** YYYY-MM-DD, the last day on which it can be taken away. */
  readonly expiresOn: string | null;
  readonly deletedAt: string | null;
}

export interface DataExportStepRow {
  readonly exportId: string;
  readonly number: number;
  readonly kind: DataExportStepKind;
  readonly byId: string;
  readonly byName: Label;
  readonly at: string;
  readonly words: string;
}
