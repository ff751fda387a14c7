/** The tables of the subgraph, for its migrations. */

export { contact } from './kinds/contact/table.ts';
export { diseaseStatus } from './kinds/disease-status/table.ts';
export { type ActivityColumn, plan } from './kinds/plan/table.ts';
export { screening } from './kinds/screening/table.ts';
export { message, messageTemplate } from './messages/table.ts';
export { contactOutcome } from './outcomes/table.ts';
export { questionnaire, symptomAlert, symptomAnswer } from './questionnaire/table.ts';
export { followup } from './schema.ts';
export { screeningStanding } from './screening/table.ts';
