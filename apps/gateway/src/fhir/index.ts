export { createFhirEndpoint } from './endpoint.ts';
export { clinicalIntake } from './intake.ts';
