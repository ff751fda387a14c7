export { type Caller, createFhirDoor, type FhirServices } from './door.ts';
export { clinicalIntake } from './intake.ts';
