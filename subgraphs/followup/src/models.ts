import type { Connection } from '@nodp/graph';
import type { SCREENING_PROGRAMMES } from '@nodp/oncology';
import type { message, messageTemplate } from './messages/table.ts';
import type { contactOutcome } from './outcomes/table.ts';
import type { symptomAlert } from './questionnaire/table.ts';
import type { screeningStanding } from './screening/table.ts';

/** A patient is known by its id; every list of it passes a loader that audits. */
export interface PatientModel {
  readonly patientId: string;
}

/** A term by its number in the item library. */
export interface SymptomTermModel {
  readonly number: number;
}

export interface SymptomAnswerModel {
  readonly term: number;
  readonly answers: readonly number[];
  readonly grade: number | null;
  readonly answeredAt: string;
}

export interface SymptomQuestionnaireModel {
  readonly patientId: string;
  readonly id: string;
  readonly state: 'OPEN' | 'COMPLETED' | 'EXPIRED' | 'REVOKED' | 'CLOSED';
  readonly terms: readonly number[];
  readonly madeBy: string;
  readonly madeAt: string;
  readonly expiresAt: string;
  readonly lastSavedAt: string | null;
  readonly endedAt: string | null;
  readonly answers: readonly SymptomAnswerModel[];
}

export type ScreeningStandingModel = typeof screeningStanding.$inferSelect;

export type ScreeningProgrammeModel =
  (typeof SCREENING_PROGRAMMES)[keyof typeof SCREENING_PROGRAMMES];

export type ContactOutcomeModel = typeof contactOutcome.$inferSelect;

export type SymptomAlertModel = typeof symptomAlert.$inferSelect;

export type MessageTemplateVersionModel = typeof messageTemplate.$inferSelect;

export interface MessageTemplateModel extends MessageTemplateVersionModel {
  /** Latest first. */
  readonly versions: readonly MessageTemplateVersionModel[];
}

export type MessageModel = Omit<
  typeof message.$inferSelect,
  'sealedToken' | 'templateId' | 'subject' | 'endedBy'
> & { readonly template: string };

export interface MessageConnectionModel extends Connection<MessageModel> {
  readonly totalCount: () => Promise<number>;
}
